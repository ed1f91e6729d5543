import { copyOf, isDict, type PyDict } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import { BeaconNotes } from './beacons/look-at-beacons.ts';
import { MinionSchedule } from './schedule/minion-schedule.ts';

/** Whether a service runs now, and whether it starts at boot. */
export interface ServiceState {
  running: boolean;
  enabled: boolean;
}

/** Services that a fresh machine has, and whether they run. */
const SERVICES = { cron: true, dbus: true, rsync: false, 'salt-minion': true, ssh: true };

/** Packages that a fresh machine has, and their versions. */
const PACKAGES = {
  bash: '5.2.15-2',
  coreutils: '9.1-1',
  cron: '3.0pl1-162',
  dbus: '1.14.10-1',
  'openssh-server': '1:9.2p1-2',
  python3: '3.11.2-1',
  rsync: '3.2.7-1',
};

/**
 * What a minion keeps from one job to the next, beside its grains and pillar.
 *
 * A fresh one is as a minion is that nobody has asked anything of yet; it is made when a minion is
 * first asked something, so that a large fleet costs nothing.
 */
export class MinionMemory {
  /** What it runs by itself. */
  readonly schedule: MinionSchedule;
  /** The beacons by name, as `beacons.add` stored them. */
  readonly beacons: PyDict;
  /** What it notes of them. */
  readonly beaconNotes = new BeaconNotes();
  /** The services by name. */
  readonly services = new Map<string, ServiceState>(
    Object.entries(SERVICES).map(([name, running]) => [name, { running, enabled: running }]),
  );
  /** The installed packages and their versions. */
  readonly packages = new Map<string, string>(Object.entries(PACKAGES));
  /** State runs that were asked for by `state.request`, by name. */
  readonly stateRequests: PyDict = new Map();
  /** What is to be paused of state runs, by jid and by state. */
  readonly statePauses = new Map<string, PyDict>();
  /** Files that hold the high data of a highstate, by name. */
  readonly highstateCaches = new Set<string>();

  constructor({ opts, pillar }: Minion) {
    this.schedule = new MinionSchedule(section(opts, 'schedule'));
    this.schedule.readPillar(pillar);
    this.beacons = copyOf(section(opts, 'beacons')) as PyDict;
  }
}

function section(opts: PyDict | undefined, name: string): PyDict {
  const value = opts?.get(name);
  return isDict(value) ? value : new Map();
}
