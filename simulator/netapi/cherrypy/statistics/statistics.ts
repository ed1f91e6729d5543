import { MICROSECONDS, type Clock } from '../../../master/clock.ts';
import { dict, float, type PyDict, type PyValue } from '../../../python/value.ts';

/** What is known of a request when it begins. */
export interface RequestFacts {
  /** `127.0.0.1:40000` */
  readonly client: string;
  /** `GET /stats HTTP/1.1` */
  readonly requestLine: string;
}

/** What is known of it once it is answered. */
export interface AnswerFacts {
  readonly bytesRead: number;
  /** Undefined for a stream. */
  readonly bytesWritten: number | undefined;
  /** `200 OK` */
  readonly status: string;
}

interface CountedRequest extends RequestFacts {
  /** In microseconds since the epoch, as all instants here. */
  readonly start: number;
  end?: number;
  answer?: AnswerFacts;
}

/** Threads of cheroot's pool, Salt's default. */
export const THREADS = 100;

/** The name of cheroot's first thread for CherryPy, and how far the next one's is from it: addresses, both. */
const FIRST_THREAD = 140_438_905_173_696;
const THREAD_STEP = 8_392_704;

/** Seconds from which on a request is slow, and how many slow ones are kept. */
const SLOW = 1;
const MOST_SLOW = 100;

/**
 * CherryPy's `cpstats`: what rest_cherrypy counts under `collect_stats` (rest-cherrypy §18).
 *
 * Each request is another thread's, in turn, as cheroot's pool was seen to give them out on
 * 3006.28, 3007.15 and 3008.3.
 */
export class Statistics {
  readonly #clock: Clock;
  readonly #isOn: boolean;
  /** By thread. */
  readonly #requests = new Map<string, CountedRequest>();
  readonly #slow: CountedRequest[] = [];
  #current = 0;
  #total = 0;
  #read = 0;
  #written = 0;
  #seconds: number | undefined;

  constructor(clock: Clock, isOn: boolean) {
    this.#clock = clock;
    this.#isOn = isOn;
  }

  /** Counts a request, and gives what its answer is to be told to. */
  begin(facts: () => RequestFacts): (answer: AnswerFacts) => void {
    if (!this.#isOn) return () => {};
    const request: CountedRequest = { ...facts(), start: this.#clock.now() };
    const thread = FIRST_THREAD - (this.#total % THREADS) * THREAD_STEP;
    this.#requests.set(String(thread), request);
    this.#current += 1;
    this.#total += 1;
    return (answer) => this.#end(request, answer);
  }

  #end(request: CountedRequest, answer: AnswerFacts): void {
    request.answer = answer;
    request.end = this.#clock.now();
    this.#read += answer.bytesRead;
    this.#written += answer.bytesWritten ?? 0;
    const seconds = secondsOf(request, request.end);
    this.#seconds = (this.#seconds ?? 0) + seconds;
    this.#current -= 1;
    if (seconds <= SLOW) return;
    this.#slow.push(request);
    if (this.#slow.length > MOST_SLOW) this.#slow.shift();
  }

  /** The section of the applications; times are floats of seconds since the epoch. */
  report(startTime: number, version: string): PyDict {
    const now = this.#clock.now();
    const uptime = (now - startTime) / MICROSECONDS;
    const perSecond = (count: number): PyValue => float(count / uptime);
    const perRequest = (count: number): PyValue =>
      float(this.#total === 0 ? 0 : count / this.#total);
    const report = dict({
      Enabled: true,
      'Bytes Read/Request': perRequest(this.#read),
      'Bytes Read/Second': perSecond(this.#read),
      'Bytes Written/Request': perRequest(this.#written),
      'Bytes Written/Second': perSecond(this.#written),
      'Current Time': float(now / MICROSECONDS),
      'Current Requests': this.#current,
      'Requests/Second': perSecond(this.#total),
      'Server Version': version,
      'Start Time': float(startTime / MICROSECONDS),
      'Total Bytes Read': this.#read,
      'Total Bytes Written': this.#written,
      'Total Requests': this.#total,
      'Total Time': this.#seconds === undefined ? 0 : float(this.#seconds),
      Uptime: float(uptime),
      Requests: new Map(
        [...this.#requests].map(([thread, request]) => [thread, shown(request, now)]),
      ),
    });
    if (this.#slow.length > 0)
      report.set(
        'Slow Queries',
        this.#slow.map((request) => shown(request, now)),
      );
    return report;
  }
}

function secondsOf({ start }: CountedRequest, until: number): number {
  return (until - start) / MICROSECONDS;
}

function shown(request: CountedRequest, now: number): PyDict {
  const { answer, client, requestLine, start, end } = request;
  return dict({
    'Bytes Read': answer?.bytesRead ?? null,
    'Bytes Written': answer === undefined ? null : (answer.bytesWritten ?? 'chunked'),
    Client: client,
    'End Time': end === undefined ? null : float(end / MICROSECONDS),
    'Processing Time': float(secondsOf(request, end ?? now)),
    'Request-Line': requestLine,
    'Response Status': answer?.status ?? null,
    'Start Time': float(start / MICROSECONDS),
  });
}
