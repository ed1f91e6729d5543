import { isOfItsDay } from '../../../python/dates/dateutil.ts';
import { str } from '../../../python/repr.ts';
import { isDict, isTruthy } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { explicitTimes, timesOf } from './fire-time.ts';
import { noted, valueOf, type JobData } from './job-data.ts';
import type { Moment } from './moment.ts';
import { spanOf } from './restrictions.ts';

const DAY = 86_400 * MICROSECONDS;

/**
 * When a job that was looked at is worth another look, in microseconds since the epoch; undefined where
 * it will never run as it is. A real minion looks every second, and finds nothing in between.
 */
export function nextLook(data: JobData, moment: Moment): number | undefined {
  const { now } = moment;
  const times = explicitTimes(valueOf(data, 'run_explicit')).filter((time) => time > now);
  const own = ownTime(data, moment);
  if (own !== undefined) times.push(own);
  return times.length === 0 ? undefined : Math.min(...times);
}

function ownTime(data: JobData, moment: Moment): number | undefined {
  const { now } = moment;
  if (isTruthy(valueOf(data, '_error'))) return undefined;
  const next = noted(data, '_next_fire_time');
  if (data.has('_seconds')) {
    const due = isTruthy(valueOf(data, 'splay')) ? (noted(data, '_splay') ?? next) : next;
    return due === undefined ? undefined : wholeOrLater(due, data, now);
  }
  if (data.has('once')) return next !== undefined && next > now ? next : laterSplay(data, now);
  if (data.has('when')) return nextWhen(data, moment);
  if (data.has('cron')) return next === undefined ? now : wholeOrLater(next, data, now);
  return undefined;
}

function laterSplay(data: JobData, now: number): number | undefined {
  const splay = noted(data, '_splay');
  return splay !== undefined && splay > now ? splay : undefined;
}

/** Intervals and cron count whole seconds; a job that is due, and was kept from running, is looked at until it runs. */
function wholeOrLater(due: number, data: JobData, now: number): number {
  const isSplayed = noted(data, '_splay') !== undefined;
  const whole = isSplayed ? due : Math.floor(due / MICROSECONDS) * MICROSECONDS;
  return whole > now ? whole : whenInRange(data, now);
}

function whenInRange(data: JobData, now: number): number {
  if (!isDict(valueOf(data, 'range'))) return now;
  const span = spanOf(data, 'range', now);
  const edges = span === undefined ? [] : [span.start, span.end].filter((edge) => edge > now);
  return Math.min(...edges, tomorrow(now));
}

function nextWhen(data: JobData, moment: Moment): number | undefined {
  const { now } = moment;
  const times = [...(timesOf(data, moment) ?? []), noted(data, '_next_fire_time') ?? 0];
  const splay = noted(data, '_splay');
  if (splay !== undefined) times.push(splay);
  const said = valueOf(data, 'when');
  const texts = Array.isArray(said) ? said : [said];
  const hasNames = moment.whens.length > 0;
  if (hasNames || texts.some((text) => isOfItsDay(str(text)))) times.push(tomorrow(now));
  const ahead = times.filter((time) => time > now);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

function tomorrow(now: number): number {
  return (Math.floor(now / DAY) + 1) * DAY;
}
