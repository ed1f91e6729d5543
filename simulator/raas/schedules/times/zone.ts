import { RpcError } from '../../rpc/rpc-error.ts';

const MILLISECOND = 1000;
const MINUTE = 60_000_000;

/** A time zone: how its clocks stand, in microseconds as if they showed UTC. */
export interface Zone {
  localOf(instant: number): number;
  /** The instant at which clocks stand so; for a time that they leap over, one as much later. */
  instantOf(local: number): number;
}

const UTC: Zone = { localOf: (instant) => instant, instantOf: (local) => local };

/** @throws RpcError for what is no IANA name of a time zone */
export function zoneOf(name: string): Zone {
  if (name === 'UTC') return UTC;
  const format = formatOf(name);
  const offsetAt = (instant: number): number => {
    const text = format.formatToParts(instant / MILLISECOND);
    const { value = '' } = text.find(({ type }) => type === 'timeZoneName') ?? {};
    const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(value) ?? [];
    const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE;
    return sign === '-' ? -offset : offset;
  };
  return {
    localOf: (instant) => instant + offsetAt(instant),
    instantOf(local) {
      const first = local - offsetAt(local);
      return local - offsetAt(first);
    },
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    throw new RpcError('InvalidRequest', `There is no time zone ${name}.`, {
      schedule: [`has a timezone that is none: ${name}`],
    });
  }
}
