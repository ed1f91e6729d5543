import type { PyDict, PyValue } from '../../../python/value.ts';

/** What a beacon sees when it looks. */
export interface BeaconCall {
  /** Its settings, laid over each other. */
  readonly settings: PyDict;
  /** Its settings as they were given, without those that Salt takes out before it looks. */
  readonly entries: readonly PyDict[];
  /** The time of now, in ISO form and without a zone. */
  readonly time: string;
  /** Whether the beacon service looks at `is_running_state`. */
  readonly knowsRunningState: boolean;
  /** What the module saw last, which all beacons of that module on the minion have in common. */
  readonly last: Map<string, PyValue>;
  /**
   * What a function of the minion's returns.
   *
   * @throws MinionError KeyError where it has none of that name
   */
  readonly ask: (fun: string, ...args: readonly PyValue[]) => PyValue;
}

/** Something that a beacon has to tell: what its event holds, and what its tag ends with. */
export interface Sighting {
  readonly tag?: string;
  readonly data: PyDict;
}

/** A module of beacons: looks, and tells of what it sees. */
export type Beacon = (call: BeaconCall) => readonly Sighting[];
