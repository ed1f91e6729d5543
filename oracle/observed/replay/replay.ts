import { setTimeout as delay } from 'node:timers/promises';
import type { Header } from '../../../report/result.ts';
import { EventStream } from '../../../specs/target/event-stream.ts';
import { ExchangeLog } from '../../../specs/target/exchange-log.ts';
import { HttpClient, type WireRequest } from '../../../specs/target/http.ts';
import { sendBytes } from '../../../specs/target/raw-socket.ts';
import { Redactor } from '../../../specs/target/redact.ts';
import type { RecordedStep } from '../../../specs/recording.ts';
import { eventDifference } from '../event-order.ts';
import { Normaliser } from '../normalise/normaliser.ts';
import { bytesOf } from '../observed-body.ts';
import { observeExchange, observeRaw, observeStream } from '../normalise/observe-step.ts';
import type {
  Observed,
  ObservedBody,
  ObservedExchange,
  ObservedRaw,
  ObservedRequest,
  ObservedStep,
  ObservedStream,
} from '../observed.ts';
import { eventsOf } from '../server-sent-events.ts';
import { stepDifference } from './step-difference.ts';

/** A simulator to replay on: fresh, with the oracle's configuration and fleet and a virtual clock. */
export interface ReplayTarget {
  readonly url: string;
  /** Its present, in milliseconds since the epoch. */
  readonly now: number;
  advance(seconds: number): Promise<void>;
}

/** What came back, and the raw recording of it, log-ins first. */
export interface Replayed {
  readonly steps: readonly ObservedStep[];
  readonly recorded: readonly RecordedStep[];
}

/** Does to a target what was done to real Salt, and gives what came back, normalised likewise. */
export async function replay(observed: Observed, target: ReplayTarget): Promise<Replayed> {
  const run = new Replay(observed, target);
  try {
    const steps = await run.steps();
    return { steps, recorded: run.recorded() };
  } finally {
    run.close();
  }
}

interface OpenStream {
  readonly index: number;
  readonly expected: ObservedStream;
  readonly stream: EventStream;
  readonly log: ExchangeLog;
  readonly finish: ReturnType<typeof observeStream>;
}

/** Milliseconds of real time that an event may be on its way. */
const PATIENCE = 3_000;

/** How long it is waited where nothing is to come. */
const FOR_NOTHING = { first: 1_000, next: 1_000 } as const;

/** How often a question is asked again whose answer took a while on real Salt. */
const MOST_POLLS = 20;

/** It is on this machine, with whatever certificate. */
const TRUST = { insecure: true } as const;
const REDACTOR = new Redactor({});

class Replay {
  readonly #observed: Observed;
  readonly #target: ReplayTarget;
  readonly #client: HttpClient;
  readonly #normaliser: Normaliser;
  readonly #done: (ObservedStep | undefined)[] = [];
  /** In the order in which they began; a stream's is whole once it has ended. */
  readonly #recordings: (() => RecordedStep)[] = [];
  #open: OpenStream[] = [];

  constructor(observed: Observed, target: ReplayTarget) {
    this.#observed = observed;
    this.#target = target;
    this.#client = new HttpClient(target.url, TRUST);
    this.#normaliser = new Normaliser({ target: target.url, began: target.now });
  }

  async steps(): Promise<ObservedStep[]> {
    const { given, steps } = this.#observed;
    for (const request of given) await this.#exchange({ kind: 'exchange', ...request });
    for (const [index, step] of steps.entries()) {
      await this.#closeUntil(index);
      this.#done[index] = await this.#take(step, index);
    }
    await this.#closeUntil(Infinity);
    return this.#done.filter((step) => step !== undefined);
  }

  recorded(): RecordedStep[] {
    return this.#recordings.map((recording) => recording());
  }

  close(): void {
    for (const { stream } of this.#open) stream.close();
    this.#client.close();
  }

  async #take(step: ObservedStep, index: number): Promise<ObservedStep | undefined> {
    if (step.kind === 'passes') {
      const { seconds } = step;
      const at = Date.now();
      this.#recordings.push(() => ({ kind: 'passes', at, seconds }));
      await this.#target.advance(seconds);
      return step;
    }
    if (step.kind === 'raw') return this.#raw(step);
    if (step.kind === 'stream') return this.#listen(step, index);
    return step.polled === true ? this.#poll(step) : this.#exchange(step);
  }

  async #exchange(step: ObservedExchange): Promise<ObservedExchange> {
    const request = await this.#wire(step);
    const log = new ExchangeLog(REDACTOR);
    // Where no reply comes, the log says so.
    await this.#client.send(request, log).catch(() => undefined);
    const recorded = stepOf(log, 'exchange');
    this.#recordings.push(() => recorded);
    return observeExchange(recorded, this.#normaliser);
  }

  async #poll(step: ObservedExchange): Promise<ObservedExchange> {
    for (let polls = 1; ; polls += 1) {
      const actual = await this.#exchange(step);
      if (stepDifference(step, actual) === undefined || polls === MOST_POLLS)
        return { ...actual, polled: true };
      await this.#target.advance(1);
    }
  }

  async #raw(step: ObservedRaw): Promise<ObservedRaw> {
    const log = new ExchangeLog(REDACTOR);
    const bytes = this.#filledBody(step.sent);
    const patience = step.unanswered === true ? FOR_NOTHING : undefined;
    await sendBytes(new URL(this.#target.url), TRUST, bytes, log, patience).catch(() => undefined);
    const recorded = stepOf(log, 'raw');
    this.#recordings.push(() => recorded);
    return observeRaw(recorded, this.#normaliser);
  }

  async #listen(expected: ObservedStream, index: number): Promise<undefined> {
    const { path, headers = [] } = await this.#wire(expected);
    const log = new ExchangeLog(REDACTOR);
    const stream = await EventStream.open(this.#client, log, headers, path);
    this.#recordings.push(() => stepOf(log, 'stream'));
    const finish = observeStream(stepOf(log, 'stream'), this.#normaliser);
    this.#open.push({ index, expected, stream, log, finish });
  }

  async #closeUntil(index: number): Promise<void> {
    for (const open of this.#open) {
      if (open.index + open.expected.beside >= index) continue;
      await this.#expectAll(open);
      open.stream.close();
      this.#done[open.index] = open.finish(stepOf(open.log, 'stream'), open.expected.beside);
      this.#open = this.#open.filter((other) => other !== open);
    }
  }

  /** Waits until a stream has brought what it brought on real Salt, or ended. */
  #expectAll({ stream, expected }: OpenStream): Promise<boolean> {
    if (expected.endedBy === 'target') return stream.until(({ hasEnded }) => hasEnded, PATIENCE);
    const isAll = (): boolean =>
      eventDifference(expected.events, eventsOf(stream.text, this.#normaliser), true) === undefined;
    return stream.until(isAll, PATIENCE);
  }

  async #wire(step: ObservedRequest): Promise<WireRequest> {
    await this.#learnFromStreams(JSON.stringify([step.request, step.headers, step.body]));
    const [method = '', ...path] = this.#normaliser.filled(step.request).split(' ');
    const headers = step.headers.map((line): Header => {
      const [name = '', ...value] = this.#normaliser.filled(line).split(': ');
      return [name, value.join(': ')];
    });
    const body = step.body === undefined ? {} : { body: this.#filledBody(step.body) };
    return { method, path: path.join(' '), headers, ...body };
  }

  /** A request may name a job that nothing but an event tells of. */
  async #learnFromStreams(request: string): Promise<void> {
    const isKnown = (): boolean => !this.#normaliser.lacks(request);
    for (let waited = 0; !isKnown() && this.#open.length > 0 && waited < PATIENCE; waited += 10) {
      for (const { stream } of this.#open) this.#normaliser.learnJids(stream.text, isKnown);
      if (!isKnown()) await delay(10);
    }
  }

  #filledBody(body: ObservedBody): Buffer {
    const bytes = bytesOf(body);
    const isText = typeof body === 'string' || Array.isArray(body);
    return isText ? Buffer.from(this.#normaliser.filled(bytes.toString())) : bytes;
  }
}

/** The one step that a log holds. */
function stepOf<Kind extends RecordedStep['kind']>(
  log: ExchangeLog,
  kind: Kind,
): Extract<RecordedStep, { kind: Kind }> {
  const [step] = log.steps();
  if (step?.kind === kind) return step as Extract<RecordedStep, { kind: Kind }>;
  throw new Error(`The log holds no step of the kind ${kind}.`);
}
