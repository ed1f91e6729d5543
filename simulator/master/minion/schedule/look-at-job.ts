import { Instant } from '../../../python/dates/instant.ts';
import { integerOf } from '../../../python/int.ts';
import { getOr, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { explicitTimes, hasInterval, noteFireTime } from './fire-time.ts';
import { nameOf, noted, valueOf, type JobData } from './job-data.ts';
import { LOOP, type Moment } from './moment.ts';
import { mayRun } from './restrictions.ts';

/** Notes that hold for one look only. */
const PASSING = ['_continue', '_error', '_enabled', '_skipped', '_skip_reason', '_skipped_time'];

/**
 * Looks whether a job is to run now, and notes in it what comes of that, under the names and by the
 * rules of Salt's own (utils.schedule, Schedule.eval; 3006.28, 3007.15 and 3008.3).
 *
 * @param key the name of the job in the schedule
 * @param run starts the job
 */
export function lookAtJob(key: string, data: JobData, moment: Moment, run: () => void): void {
  const { now } = moment;
  for (const note of PASSING) data.delete(note);
  if (!data.has('name')) data.set('name', key);
  if (!data.has('_next_fire_time')) data.set('_next_fire_time', null);
  if (!data.has('_splay')) data.set('_splay', null);
  if (['when', 'cron', 'once'].filter((way) => data.has(way)).length > 1) return;
  noteRunOnStart(data, moment);
  let isDue = data.has('run_explicit') && isExplicitlyDue(data, now);
  if (!noteFireTime(data, moment, isDue)) return;
  if (isTruthy(valueOf(data, '_continue')) || isTruthy(valueOf(data, '_error'))) return;
  isDue = isDueNow(data, moment, isDue);
  if (isTruthy(valueOf(data, '_run_on_start'))) {
    isDue = true;
    data.set('_run_on_start', false);
  } else if (isDue) {
    if (!data.has('skip_during_range') && isTruthy(moment.settings.skipDuringRange))
      data.set('skip_during_range', moment.settings.skipDuringRange);
    const may = mayRun(data, moment);
    if (may === undefined) return;
    isDue = may;
  }
  if (!isTruthy(moment.settings.enabled) || !isTruthy(getOr(data as PyDict, 'enabled', true))) {
    data.set('_skip_reason', 'disabled');
    data.set('_skipped_time', new Instant(now));
    data.set('_skipped', true);
    isDue = false;
  }
  if (isDue) isDue = isBelowMaxRunning(data, moment);
  if (isDue) {
    run();
    data.set('_last_run', new Instant(now));
    data.set('_splay', null);
  }
  noteNextInterval(data, now, isDue);
}

/** Whether a job is run before its first time has come differs between lines. */
function noteRunOnStart(data: JobData, { traits }: Moment): void {
  if (data.has('_run_on_start')) return;
  if (traits.intervalsRunOnStart)
    data.set(
      '_run_on_start',
      data.has('run_on_start') ? valueOf(data, 'run_on_start') : hasInterval(data),
    );
  else if (isTruthy(valueOf(data, 'run_on_start'))) data.set('_run_on_start', true);
}

function isExplicitlyDue(data: JobData, now: number): boolean {
  data.set('run', false);
  const times = explicitTimes(valueOf(data, 'run_explicit'));
  while (times.length > 1 && (times[0] ?? 0) < now - LOOP) times.shift();
  const [first] = times;
  if (first === undefined || first > now || now >= first + LOOP) return false;
  data.set('run', true);
  data.set('_next_fire_time', new Instant(first));
  return true;
}

function isDueNow(data: JobData, moment: Moment, isExplicit: boolean): boolean {
  const { now, settings } = moment;
  if (!data.has('splay')) data.set('splay', settings.splay);
  const late = noteSplay(data, moment);
  const next = noted(data, '_next_fire_time') ?? now;
  const splay = isTruthy(valueOf(data, 'splay')) ? noted(data, '_splay') : undefined;
  const left = splay === undefined ? secondOf(next) - secondOf(now) : splay - now;
  if (splay !== undefined && data.has('when')) data.set('_next_fire_time', new Instant(splay));
  const due = noted(data, '_next_fire_time') ?? now;
  const isNow = due <= now && now <= due + LOOP;
  if (data.has('_seconds')) return left <= 0 || isExplicit || late;
  if (data.has('when') && isTruthy(valueOf(data, '_run'))) {
    if (isNow) data.set('_run', false);
    return isNow || isExplicit || late;
  }
  if (data.has('cron')) {
    if (left <= 0) data.set('_next_fire_time', null);
    return left <= 0 || isExplicit || late;
  }
  if (data.has('once')) return isNow || isExplicit || late;
  return left === 0 || isExplicit || late;
}

/** Puts a job off by what its splay comes to; tells whether it is too late even so. */
function noteSplay(data: JobData, moment: Moment): boolean {
  const { now } = moment;
  const said = valueOf(data, 'splay');
  const next = noted(data, '_next_fire_time');
  if (!isTruthy(said) || next === undefined || noted(data, '_splay') !== undefined) return false;
  const due = next + splayOf(said, moment) * MICROSECONDS;
  if (now >= due) return true;
  data.set('_splay', new Instant(due));
  if (data.has('when')) data.set('_run', true);
  return false;
}

function splayOf(said: PyValue, moment: Moment): number {
  if (!isDict(said)) return moment.between(1, Math.max(1, integerOf(said) ?? 1));
  const [start, end] = ['start', 'end'].map((name) => integerOf(said.get(name)) ?? 0);
  return (end ?? 0) >= (start ?? 0) ? moment.between(start ?? 0, end ?? 0) : 0;
}

/** Whether fewer runs of a job are at work than it allows at a time; where not, the job notes that. */
export function isBelowMaxRunning(
  data: JobData,
  { now, running }: Pick<Moment, 'now' | 'running'>,
): boolean {
  const isCounted = !data.has('jid_include') || isTruthy(valueOf(data, 'jid_include'));
  if (isCounted) {
    data.set('jid_include', true);
    if (!data.has('maxrunning')) data.set('maxrunning', 1);
  }
  data.set('run', true);
  const most = integerOf(valueOf(data, 'maxrunning')) ?? 1;
  const count = running(nameOf(data));
  if (!isCounted || count === 0 || count < most) return true;
  data.set('_skip_reason', 'maxrunning');
  data.set('_skipped', true);
  data.set('_skipped_time', new Instant(now));
  data.set('run', false);
  return false;
}

/** A job that was skipped waits for a whole interval again; one that was merely not to run is due still. */
function noteNextInterval(data: JobData, now: number, hasRun: boolean): void {
  const seconds = data.get('_seconds');
  if (typeof seconds !== 'number') return;
  const isOver = isTruthy(valueOf(data, '_skipped'))
    ? (noted(data, '_next_fire_time') ?? now) <= now
    : hasRun;
  if (isOver) data.set('_next_fire_time', new Instant(now + seconds * MICROSECONDS));
}

function secondOf(microseconds: number): number {
  return Math.floor(microseconds / MICROSECONDS);
}
