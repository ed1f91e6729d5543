import { MOST_SECONDS } from '../clock/most-seconds.ts';
import type { TimeSpan } from '../simulator.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import { shown } from './shown.ts';

/** Seconds of each unit that a span may have. */
const UNITS: Readonly<Record<keyof TimeSpan, number>> = { hours: 3600, minutes: 60, seconds: 1 };

/**
 * The seconds of a span of time.
 *
 * @throws InputError for what is no span, a unit that there is not, and more than a clock is moved
 */
export function secondsOf(span: TimeSpan): number {
  if (typeof span !== 'object' || span === null)
    throw new InputError(`clock.advance needs a span such as { hours: 13 }, not ${shown(span)}.`);
  const given = Object.entries(span as Readonly<Record<string, unknown>>).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0)
    throw new InputError('clock.advance needs a span such as { hours: 13 }, not an empty one.');
  const seconds = given.map(([unit, value]) => secondsIn(unit, value)).reduce((a, b) => a + b);
  if (seconds <= MOST_SECONDS) return seconds;
  throw new InputError(`clock.advance moves by ${MOST_SECONDS} seconds at most, not ${seconds}.`);
}

function secondsIn(unit: string, value: unknown): number {
  if (!Object.hasOwn(UNITS, unit)) throw unknownUnit(unit);
  if (typeof value === 'number' && value >= 0) return value * UNITS[unit as keyof TimeSpan];
  throw new InputError(
    `clock.advance: "${unit}" must be a number, 0 or more, not ${shown(value)}.`,
  );
}

function unknownUnit(unit: string): InputError {
  const known = Object.keys(UNITS);
  const [close] = nearest(unit, known);
  const hint = close === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${close}"?`;
  return new InputError(`clock.advance has no unit "${unit}". ${hint}`);
}
