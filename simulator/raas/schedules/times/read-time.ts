import { RpcError } from '../../rpc/rpc-error.ts';
import type { Zone } from './zone.ts';

const MILLISECOND = 1000;
const SECOND = 1_000_000;

/**
 * An ISO time in microseconds since the epoch; one that names no zone is on the clocks of this one.
 *
 * @throws RpcError for what is no time
 */
export function readTime(text: string, zone: Zone, name: string): number {
  const hasZone = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const milliseconds = Date.parse(hasZone || isDay ? text : `${text}Z`);
  if (Number.isNaN(milliseconds)) throw invalid(`has a ${name} that is no time: ${text}`);
  const time = milliseconds * MILLISECOND;
  return hasZone ? time : zone.instantOf(time);
}

/**
 * A time of the day, `13:30` or `13:30:15`, in microseconds from its beginning.
 *
 * @throws RpcError for what is none
 */
export function readTimeOfDay(text: string): number {
  const [, hours, minutes, seconds = '0'] =
    /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(?:Z)?$/.exec(text) ?? [];
  if (hours === undefined) throw invalid(`has a time of the day that is none: ${text}`);
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND;
}

function invalid(fault: string): RpcError {
  return new RpcError('InvalidRequest', `A schedule ${fault}.`, { schedule: [fault] });
}
