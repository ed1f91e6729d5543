import type { PyDict, PyValue } from '../../../../python/value.ts';
import type { Minion } from '../../../fleet.ts';
import type { MinionFunctions } from './minion-functions.ts';
import type { Orchestration } from '../../../states/salt/orchestration.ts';
import type { MachineFiles } from '../../../minion/files/machine-files.ts';

/** What a run is told for all of its states. */
export interface RunOptions {
  readonly minion: Minion;
  /** The minion's files, users and groups. */
  readonly machine: MachineFiles;
  readonly test: boolean;
  /** The minion's pillar, with the call's own laid over it. */
  readonly pillar: PyDict;
  /** The job that the run tells of in its events; null where Salt has lost it. */
  readonly jid: PyValue;
  /** The functions that conditions of states call. */
  readonly functions: MinionFunctions;
  /** Whether every state is told of by an event. */
  readonly tellsAll: boolean;
  /** What states of the module `salt` need of the master that runs them; minions have none. */
  readonly orchestration?: Orchestration | undefined;
}
