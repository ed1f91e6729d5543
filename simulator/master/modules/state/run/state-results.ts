import { isoformat } from '../../../../python/datetime.ts';
import { float, type PyDict, type PyScalar, type PyValue } from '../../../../python/value.ts';
import { MICROSECONDS, type Clock } from '../../../clock.ts';

/** Numbers and times the results of a run, in the order in which they come. */
export class StateResults {
  readonly #clock: Clock;
  #number = 0;
  /** Seconds that the run has waited; it waits them all at its end, and reckons with them before. */
  #waited = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get waited(): number {
    return this.#waited;
  }

  /** Microseconds since the epoch, by the run's own reckoning. */
  now(): number {
    return this.#clock.now() + this.#waited * MICROSECONDS;
  }

  wait(seconds: number): void {
    this.#waited += seconds;
  }

  /** The result of a chunk that was called. */
  finish(low: PyDict, result: PyDict, start: number): PyDict {
    result.set('__sls__', low.get('__sls__') ?? null);
    this.number(result);
    for (const [key, value] of this.#times(start)) result.set(key, value);
    return result;
  }

  /** The result of a chunk that was not called. */
  notRun(low: PyDict, outcome: boolean, comment: string, isMarked: boolean): PyDict {
    const times = this.#times(this.now()).toReversed();
    const result = new Map<PyScalar, PyValue>([...plain(outcome), ...times, ['comment', comment]]);
    if (isMarked) result.set('__state_ran__', false);
    return this.named(low, result);
  }

  /** The same without times. */
  timeless(low: PyDict, comment: string): PyDict {
    return this.named(low, new Map<PyScalar, PyValue>([...plain(false), ['comment', comment]]));
  }

  /** The result of a chunk that cannot be called. */
  malformed(low: PyDict, errors: readonly string[]): PyDict {
    return this.number(
      new Map<PyScalar, PyValue>([
        ['result', false],
        ['name', low.get('name') ?? null],
        ['changes', new Map()],
        ['comment', errors.map((error) => `${error}\n`).join('')],
      ]),
    );
  }

  /** A result with its number, and what it is of. */
  named(low: PyDict, result: PyDict): PyDict {
    this.number(result);
    for (const key of ['__sls__', '__id__', 'name']) result.set(key, low.get(key) ?? null);
    return result;
  }

  number(result: PyDict): PyDict {
    return result.set('__run_num__', this.#number++);
  }

  /** The time of day at the start, and the milliseconds since then. */
  #times(start: number): [key: string, value: PyValue][] {
    return [
      ['start_time', isoformat(start).slice('2000-01-01T'.length)],
      ['duration', float((this.now() - start) / 1000)],
    ];
  }
}

function plain(result: boolean): [PyScalar, PyValue][] {
  return [
    ['changes', new Map()],
    ['result', result],
  ];
}
