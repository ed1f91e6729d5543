import { nextOfCron } from '../../../python/dates/croniter.ts';
import { parseDate } from '../../../python/dates/dateutil.ts';
import { Instant } from '../../../python/dates/instant.ts';
import { strptime } from '../../../python/dates/strptime.ts';
import { integerOf } from '../../../python/int.ts';
import { str } from '../../../python/repr.ts';
import { isDict, isTruthy, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { nameOf, noted, valueOf, type JobData } from './job-data.ts';
import { LOOP, type Moment } from './moment.ts';

const UNITS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** How a minion writes a time where a job names no format. */
export const TIME_FORMAT = '%Y-%m-%dT%H:%M:%S';

/** Whether a job says how long it is from one run to the next. */
export function hasInterval(data: JobData): boolean {
  return Object.keys(UNITS).some((unit) => data.has(unit));
}

/** How many seconds it is from one run to the next; undefined where Python's `int` refuses what the job says. */
export function intervalOf(data: JobData): number | undefined {
  return Object.entries(UNITS)
    .filter(([unit]) => data.has(unit))
    .map(([unit, factor]) => {
      const count = integerOf(valueOf(data, unit));
      return count === undefined ? undefined : count * factor;
    })
    .reduce(
      (sum, seconds) => (sum === undefined || seconds === undefined ? undefined : sum + seconds),
      0,
    );
}

/** Notes when a job is next due by what it says; tells whether it says anything of it. */
export function noteFireTime(data: JobData, moment: Moment, isRun: boolean): boolean {
  if (hasInterval(data)) noteInterval(data, moment);
  else if (data.has('once')) noteOnce(data, moment);
  else if (data.has('when')) noteWhen(data, moment, isRun);
  else if (data.has('cron')) noteCron(data, moment);
  else return false;
  return true;
}

/** What a job's note of an error says, which is nowhere but in the minion's log and the job's status. */
export function noteError(data: JobData, message: string): void {
  data.set('_error', message);
}

function noteInterval(data: JobData, { now, traits }: Moment): void {
  if (data.has('_seconds')) return;
  const seconds = intervalOf(data) ?? 0;
  data.set('_seconds', seconds);
  const next = new Instant(now + seconds * MICROSECONDS);
  if (noted(data, '_next_fire_time') === undefined) data.set('_next_fire_time', next);
  if (traits.notesScheduledTime) data.set('_next_scheduled_fire_time', next);
}

function noteOnce(data: JobData, { now, traits }: Moment): void {
  const next = noted(data, '_next_fire_time');
  const splay = noted(data, '_splay');
  if (next !== undefined) {
    if (next < now - LOOP || (next > now && splay === undefined)) data.set('_continue', true);
    return;
  }
  if (splay !== undefined) return;
  const format = data.has('once_fmt') ? str(valueOf(data, 'once_fmt')) : TIME_FORMAT;
  const text = str(valueOf(data, 'once'));
  const once = strptime(text, format);
  if (once === undefined) {
    const job = `Ignoring job ${nameOf(data)}.`;
    noteError(data, `Date string could not be parsed: ${text}, ${format}. ${job}`);
    return;
  }
  data.set('_next_fire_time', new Instant(once));
  if (traits.notesScheduledTime) data.set('_next_scheduled_fire_time', new Instant(once));
  if (once < now - LOOP) data.set('_continue', true);
}

/** The times of `when`, those that have a name in pillar or grains looked up; undefined where one is none. */
export function timesOf(data: JobData, { now, whens }: Moment): number[] | undefined {
  const said = valueOf(data, 'when');
  const times: number[] = [];
  for (const item of Array.isArray(said) ? said : [said]) {
    const named = whens.find((names) => isDict(names) && names.has(str(item)));
    const text = isDict(named) ? (named.get(str(item)) ?? null) : item;
    const time = parseDate(str(text), now);
    if (time === undefined) {
      noteError(data, `Invalid date string ${str(item)}. Ignoring job ${nameOf(data)}.`);
      return undefined;
    }
    times.push(time);
  }
  return times;
}

function noteWhen(data: JobData, moment: Moment, isRun: boolean): void {
  const { now, traits } = moment;
  const times = timesOf(data, moment);
  if (times === undefined) return;
  const splay = noted(data, '_splay');
  const all = [...times, ...(splay === undefined ? [] : [splay])].toSorted((a, b) => a - b);
  // The last of those that were missed stays, to tell whether it was run.
  while (all.length > 1 && (all[0] ?? 0) < now - LOOP) all.shift();
  const [when] = all;
  const isAwaited = isTruthy(valueOf(data, '_run'));
  if (when === undefined || (when < now - LOOP && !isAwaited && !isRun && splay === undefined)) {
    data.set('_next_fire_time', null);
    data.set('_continue', true);
    return;
  }
  if (!data.has('_run')) data.set('_run', when >= now - LOOP);
  const next = noted(data, '_next_fire_time');
  if (next === undefined) data.set('_next_fire_time', new Instant(when));
  if (traits.notesScheduledTime) data.set('_next_scheduled_fire_time', new Instant(when));
  if ((next ?? when) < when && !isRun && !isTruthy(valueOf(data, '_run'))) {
    data.set('_next_fire_time', new Instant(when));
    data.set('_run', true);
  }
}

function noteCron(data: JobData, { now, traits }: Moment): void {
  if (noted(data, '_next_fire_time') !== undefined) return;
  const next = nextOfCron(str(valueOf(data, 'cron')), now);
  if (next === undefined) {
    noteError(data, `Invalid cron string. Ignoring job ${nameOf(data)}.`);
    return;
  }
  data.set('_next_fire_time', new Instant(next));
  if (traits.notesScheduledTime) data.set('_next_scheduled_fire_time', new Instant(next));
}

/** The times of a list such as `run_explicit`, of which those that cannot be read count as none. */
export function explicitTimes(value: PyValue): number[] {
  return (Array.isArray(value) ? value : []).flatMap((item) => {
    if (!isDict(item)) return [];
    const time = strptime(str(item.get('time') ?? null), str(item.get('time_fmt') ?? null));
    return time === undefined ? [] : [time];
  });
}
