import { copyOf, isDict, type PyDict } from '../../python/value.ts';
import type { Clock } from '../clock.ts';
import type { Minion } from '../fleet.ts';
import type { Accounts } from './accounts.ts';
import { BeaconNotes } from './beacons/look-at-beacons.ts';
import type { FileTree } from './files/file-tree.ts';
import { machineFiles, type MachineFiles } from './files/machine-files.ts';
import { MinionSchedule } from './schedule/minion-schedule.ts';
import type { ServiceState } from './service-state.ts';

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
 * A fresh one is as a minion is that nobody has asked anything of yet; it is made when a function
 * first looks at it, so that a large fleet that is pinged costs nothing.
 */
export class MinionMemory {
  /** What it runs by itself. */
  readonly schedule: MinionSchedule;
  /** The beacons by name, as `beacons.add` stored them. */
  readonly beacons: PyDict;
  /** What it notes of them. */
  readonly beaconNotes = new BeaconNotes();
  /** The services by name. */
  readonly services: Map<string, ServiceState>;
  /** The installed packages and their versions. */
  readonly packages: Map<string, string>;
  /** State runs that were asked for by `state.request`, by name. */
  readonly stateRequests: PyDict = new Map();
  /** What is to be paused of state runs, by jid and by state. */
  readonly statePauses = new Map<string, PyDict>();
  /** Files that hold the high data of a highstate, by name. */
  readonly highstateCaches = new Set<string>();
  readonly #minion: Minion;
  readonly #clock: Clock;
  #machine: MachineFiles | undefined;

  constructor(minion: Minion, clock: Clock) {
    const { opts, pillar } = minion;
    this.schedule = new MinionSchedule(section(opts, 'schedule'));
    this.schedule.readPillar(pillar);
    this.beacons = copyOf(section(opts, 'beacons')) as PyDict;
    this.#minion = minion;
    this.#clock = clock;
    const standard = Object.entries(SERVICES).map(
      ([name, running]) => [name, { running, enabled: running }] as const,
    );
    this.services = laidOver(standard, minion.settings?.services, (state) => ({ ...state }));
    this.packages = laidOver(
      Object.entries(PACKAGES),
      minion.settings?.packages,
      (version) => version,
    );
  }

  /** The files of the machine; most minions are never asked for them. */
  get files(): FileTree {
    return this.#files.files;
  }

  /** The users and groups of the machine. */
  get accounts(): Accounts {
    return this.#files.accounts;
  }

  get #files(): MachineFiles {
    this.#machine ??= machineFiles(this.#minion, () => this.#clock.now());
    return this.#machine;
  }
}

/** What every machine has, without what the settings take away, and with what they add. */
function laidOver<Value>(
  standard: Iterable<readonly [string, Value]>,
  settings: ReadonlyMap<string, Value | null> | undefined,
  copy: (value: Value) => Value,
): Map<string, Value> {
  const all = new Map(standard);
  for (const [name, value] of settings ?? []) {
    if (value === null) all.delete(name);
    else all.set(name, copy(value));
  }
  return all;
}

function section(opts: PyDict | undefined, name: string): PyDict {
  const value = opts?.get(name);
  return isDict(value) ? value : new Map();
}
