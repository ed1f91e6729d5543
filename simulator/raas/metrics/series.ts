import { MICROSECONDS } from '../../master/clock.ts';

/** Seconds that values are kept: as long as can be asked for (raas-methods, stats.get_system_metrics). */
export const KEPT_SECONDS = 86_400;

/** Values that come within so many seconds are kept as one, the last. */
const GRAIN_SECONDS = 5;

/** A value and when it came, in microseconds. */
interface Point {
  readonly at: number;
  readonly value: number;
}

/** A value that changes, with what it was over the last day. */
export class Series {
  #points: Point[] = [];

  /** The value now. */
  get last(): number {
    return this.#points.at(-1)?.value ?? 0;
  }

  set(value: number, at: number): void {
    const slot = Math.floor(at / (GRAIN_SECONDS * MICROSECONDS));
    const before = this.#points.at(-1);
    // The first value stays: it is what there was before all others.
    if (
      this.#points.length > 1 &&
      before !== undefined &&
      Math.floor(before.at / (GRAIN_SECONDS * MICROSECONDS)) === slot
    )
      this.#points.pop();
    this.#points.push({ at, value });
    const oldest = at - KEPT_SECONDS * MICROSECONDS;
    if ((this.#points[1]?.at ?? at) < oldest)
      this.#points = this.#points.slice(this.#points.findLastIndex((point) => point.at <= oldest));
  }

  add(more: number, at: number): void {
    this.set(this.last + more, at);
  }

  /** What the value was at an instant; 0 before there was any. */
  at(instant: number): number {
    return this.#points.findLast(({ at }) => at <= instant)?.value ?? 0;
  }
}
