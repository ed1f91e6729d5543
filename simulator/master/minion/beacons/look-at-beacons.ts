import { copyOf, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { MinionError } from '../../modules/minion-error.ts';
import { LOOP } from '../schedule/moment.ts';
import type { Beacon, BeaconCall } from './beacon.ts';
import { load } from './load.ts';
import { service } from './service.ts';
import { status } from './status.ts';

/** The beacons that know what they look at; others are kept, and never tell of anything. */
const BEACONS: ReadonlyMap<PyValue, Beacon> = new Map([
  ['load', load],
  ['service', service],
  ['status', status],
]);

/** Settings that are taken out before a beacon looks; those that are not, it has to live with. */
const OWN = ['enabled', 'interval', 'disable_during_state_run'];

/** What a minion notes of its beacons. */
export class BeaconNotes {
  /** By name of the beacon since when its interval is counted. */
  readonly since = new Map<PyValue, number>();
  /** By module what it saw last. */
  readonly last = new Map<PyValue, Map<string, PyValue>>();
}

/** What surrounds a look at beacons. */
export interface BeaconSite extends Pick<BeaconCall, 'time' | 'ask' | 'knowsRunningState'> {
  readonly id: string;
  readonly now: number;
  readonly isRunningStates: boolean;
  /** Fires an event of a beacon's, whose tag ends with the text. */
  fire(beacon: PyValue, tag: string, data: PyDict): void;
}

/**
 * Has every beacon of a minion look whose interval is over; one without an interval looks at each
 * turn of the loop (Salt, beacons; seen on 3006.28, 3007.15 and 3008.3).
 *
 * @returns when the next one looks, in microseconds since the epoch
 */
export function lookAtBeacons(
  beacons: PyDict,
  notes: BeaconNotes,
  site: BeaconSite,
): number | undefined {
  if (beacons.has('enabled') && !isTruthy(beacons.get('enabled'))) return undefined;
  const looks: number[] = [];
  for (const [name, said] of beacons) {
    if (name === 'enabled') continue;
    const entries = (Array.isArray(said) ? said : [said]).filter(isDict);
    const settings: PyDict = new Map(entries.flatMap((entry) => [...entry]));
    const module = settings.get('beacon_module') ?? name;
    const beacon = BEACONS.get(module);
    if (beacon === undefined || (settings.has('enabled') && !isTruthy(settings.get('enabled'))))
      continue;
    const due = dueTime(name, settings, notes, site.now);
    if (due > site.now) {
      looks.push(due);
      continue;
    }
    looks.push(site.now + intervalOf(settings));
    if (isTruthy(settings.get('disable_during_state_run')) && site.isRunningStates) continue;
    const last = notes.last.get(module) ?? new Map<string, PyValue>();
    notes.last.set(module, last);
    const rest = entries.filter((entry) => !OWN.some((key) => entry.has(key)));
    const call = { ...site, settings, last, entries: rest.map((entry) => copyOf(entry) as PyDict) };
    if (!tell(name, beacon, call, site)) continue;
    if (isTruthy(settings.get('run_once')) && Array.isArray(said))
      said.push(new Map([['enabled', false]]));
  }
  return looks.length === 0 ? undefined : Math.min(...looks);
}

/** Fires what a beacon sees; where it breaks, an event that does not say why. */
function tell(name: PyValue, beacon: Beacon, call: BeaconCall, site: BeaconSite): boolean {
  try {
    for (const { tag = '', data } of beacon(call)) site.fire(name, tag, data.set('id', site.id));
    return true;
  } catch (error) {
    if (!(error instanceof MinionError)) throw error;
    site.fire(name, '', new Map());
    return false;
  }
}

/** A beacon with an interval waits for the whole of it before it looks for the first time. */
function dueTime(name: PyValue, settings: PyDict, notes: BeaconNotes, now: number): number {
  if (!isTruthy(settings.get('interval'))) return now;
  const since = notes.since.get(name) ?? now;
  const due = since + intervalOf(settings);
  notes.since.set(name, due > now ? since : now);
  return due;
}

function intervalOf(settings: PyDict): number {
  const interval = Number(settings.get('interval') ?? 0);
  return interval > 0 ? Math.max(LOOP, interval * MICROSECONDS) : LOOP;
}
