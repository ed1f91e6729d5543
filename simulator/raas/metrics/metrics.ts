import { MICROSECONDS, type Clock } from '../../master/clock.ts';
import { Series } from './series.ts';

/** The source of what RaaS counts of itself. Our choice. */
export const RAAS_SOURCE = 'raas';

/** Seconds between two values that are given. Our choice. */
const STEP_SECONDS = 60;

/** A span of time, both ends in microseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What has been counted, by metric and source. */
export class Metrics {
  readonly #clock: Clock;
  readonly #started: number;
  readonly #series = new Map<string, Map<string, Series>>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#started = clock.now();
  }

  /** Notes the value of something that goes up and down. */
  set(metric: string, source: string, value: number): void {
    const series = this.#of(metric, source);
    if (series.last !== value) series.set(value, this.#clock.now());
  }

  /** Counts on. */
  add(metric: string, source: string, more = 1): void {
    this.#of(metric, source).add(more, this.#clock.now());
  }

  /** What a metric has values of. */
  sources(metric: string): string[] {
    return [...(this.#series.get(metric)?.keys() ?? [])].toSorted();
  }

  /** The values of a metric over a span, a value a minute and one at its end; times in microseconds. */
  values(metric: string, source: string, { start, end }: Span): { at: number; value: number }[] {
    const series = this.#series.get(metric)?.get(source);
    if (series === undefined) return [];
    const step = STEP_SECONDS * MICROSECONDS;
    const first = Math.max(start, this.#started);
    const times: number[] = [];
    for (let at = first; at < end; at += step) times.push(at);
    if (first <= end) times.push(end);
    return times.map((at) => ({ at, value: series.at(at) }));
  }

  #of(metric: string, source: string): Series {
    const sources = this.#series.get(metric) ?? new Map<string, Series>();
    this.#series.set(metric, sources);
    const series = sources.get(source) ?? new Series();
    if (!sources.has(source)) {
      series.set(0, this.#started);
      sources.set(source, series);
    }
    return series;
  }
}
