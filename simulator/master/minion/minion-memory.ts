import type { PyDict } from '../../python/value.ts';

/**
 * What a minion keeps from one job to the next, beside its grains and pillar.
 *
 * A fresh one is as a minion is that nobody has asked anything of yet; it is made when a minion is
 * first asked something, so that a large fleet costs nothing.
 */
export class MinionMemory {
  /** The jobs of the schedule by name, as `schedule.add` stored them. */
  readonly schedule: PyDict = new Map();
  /** The beacons by name, as `beacons.add` stored them. */
  readonly beacons: PyDict = new Map();
}
