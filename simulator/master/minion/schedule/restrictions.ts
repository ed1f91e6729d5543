import { parseDate } from '../../../python/dates/dateutil.ts';
import { Instant } from '../../../python/dates/instant.ts';
import { strftime } from '../../../python/dates/strftime.ts';
import { str } from '../../../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { explicitTimes, noteError, TIME_FORMAT } from './fire-time.ts';
import { nameOf, valueOf, type JobData } from './job-data.ts';
import { LOOP, type Moment } from './moment.ts';

/** What keeps a job that is due from running, in the order in which a minion looks at it. */
const RESTRICTIONS: readonly (readonly [
  key: string,
  restrict: (data: JobData, moment: Moment) => void,
])[] = [
  ['range', inRange],
  ['skip_during_range', outOfRange],
  ['skip_explicit', notSkipped],
  ['until', until],
  ['after', after],
];

/** Whether a job that is due may run; undefined where what it says of that cannot be read. */
export function mayRun(data: JobData, moment: Moment): boolean | undefined {
  let isRun = true;
  for (const [key, restrict] of RESTRICTIONS) {
    const isSaid = key === 'skip_during_range' ? isTruthy(valueOf(data, key)) : data.has(key);
    if (!isSaid) continue;
    restrict(data, moment);
    if (isTruthy(valueOf(data, '_error'))) return undefined;
    isRun = isTruthy(valueOf(data, 'run'));
  }
  return isRun;
}

function skip(data: JobData, reason: string, { now }: Moment): void {
  data.set('_skip_reason', reason);
  data.set('_skipped_time', new Instant(now));
  data.set('_skipped', true);
  data.set('run', false);
}

/** Runs the function that stands for a job that is skipped, where the schedule names one. */
function skipOrReplace(data: JobData, moment: Moment, otherwise: () => void): void {
  const { skipFunction } = moment.settings;
  if (!isTruthy(skipFunction)) return otherwise();
  data.set('run', true);
  data.set('func', skipFunction);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of a range; undefined where it is none, which the job notes. */
export function spanOf(data: JobData, key: string, now: number): Span | undefined {
  const range = valueOf(data, key);
  const job = `Ignoring job ${nameOf(data)}.`;
  if (!isDict(range)) {
    // One of the two has no blank after its sentence.
    const blank = key === 'range' ? '' : ' ';
    const shape = 'schedule.handle_func: Invalid, range must be specified as a dictionary.';
    noteError(data, `${shape}${blank}${job}`);
    return undefined;
  }
  const where = key === 'range' ? '' : ` in ${key}`;
  const [start, end] = ['start', 'end'].map((name) => {
    const time = parseDate(str(range.get(name) ?? null), now);
    if (time === undefined && !data.has('_error'))
      noteError(data, `Invalid date string for ${name}${where}. ${job}`);
    return time;
  });
  if (start === undefined || end === undefined) return undefined;
  if (end > start) return { start, end };
  const order = 'schedule.handle_func: Invalid range, end must be larger than start.';
  noteError(data, `${order} ${job}`);
  return undefined;
}

function inRange(data: JobData, moment: Moment): void {
  const { now } = moment;
  const span = spanOf(data, 'range', now);
  if (span === undefined) return;
  const isInverted = isTruthy((valueOf(data, 'range') as PyDict).get('invert'));
  const isInside = span.start <= now && now <= span.end;
  const isOutside = now <= span.start || now >= span.end;
  if (isInverted ? isOutside : isInside) {
    data.set('run', true);
    return;
  }
  const refuse = (): void => {
    data.set('_skip_reason', isInverted ? 'in_skip_range' : 'not_in_range');
    data.set('run', false);
  };
  if (isInverted) refuse();
  else skipOrReplace(data, moment, refuse);
}

function outOfRange(data: JobData, moment: Moment): void {
  const { now } = moment;
  const span = spanOf(data, 'skip_during_range', now);
  if (span === undefined) return;
  if (isTruthy(valueOf(data, 'run_after_skip_range'))) {
    const times = valueOf(data, 'run_explicit');
    const time = strftime(span.end + LOOP, TIME_FORMAT);
    const more: PyValue = dict({ time, time_fmt: TIME_FORMAT });
    data.set('run_explicit', [...(Array.isArray(times) ? times : []), more]);
  }
  if (span.start <= now && now <= span.end)
    skipOrReplace(data, moment, () => skip(data, 'in_skip_range', moment));
  else data.set('run', true);
}

/** A time to skip that is still to come keeps a job from running before it, too. */
function notSkipped(data: JobData, moment: Moment): void {
  const { now } = moment;
  data.set('run', false);
  const [first] = explicitTimes(valueOf(data, 'skip_explicit')).filter(
    (time) => time >= now - LOOP,
  );
  if (first === undefined) data.set('run', true);
  else if (first <= now && now <= first + LOOP)
    skipOrReplace(data, moment, () => skip(data, 'skip_explicit', moment));
}

function until(data: JobData, moment: Moment): void {
  const time = timeOf(data, 'until', moment);
  if (time === undefined) return;
  if (time <= moment.now) skip(data, 'until_passed', moment);
  else data.set('run', true);
}

function after(data: JobData, moment: Moment): void {
  const time = timeOf(data, 'after', moment);
  if (time === undefined) return;
  if (time >= moment.now) skip(data, 'after_not_passed', moment);
  else data.set('run', true);
}

function timeOf(data: JobData, key: string, { now }: Moment): number | undefined {
  const time = parseDate(str(valueOf(data, key)), now);
  if (time === undefined) noteError(data, `Invalid date string for ${key}.`);
  return time;
}
