import type { PyDict, PyValue } from '../../../python/value.ts';
import type { Clock } from '../../clock.ts';
import type { Minion } from '../../fleet.ts';
import type { Random } from '../../random.ts';
import type { StateFiles } from './high/state-files.ts';
import type { Scrutiny } from './high/verify-high.ts';

/** What differs between Salt lines in how states run. */
export interface StateTraits {
  /** Whether requisites are met as they come up, or put into a graph before anything runs. */
  readonly requisites: 'as they come up' | 'in a graph';
  /** Which states that were not run say so by `__state_ran__`. */
  readonly marksNotRun: 'onfail and onchanges' | 'all';
  /** How high data is looked at. */
  readonly scrutiny: Scrutiny;
  /** Whether high data tells which files include that of an id. */
  readonly tellsIncluder: boolean;
  /** Whether the trial of a state that has nothing to try is a result of its own. */
  readonly remembersEmptyTrials: boolean;
  /** The retcode of state.low, whatever comes of it. */
  readonly lowRetcode: 0 | 2;
  /** Whether `no_log` hides what a state tells of itself. */
  readonly hidesByNoLog: boolean;
  /** By state function the parameters that other lines have and this one does not. */
  readonly lacksParameters: Readonly<Record<string, readonly string[]>>;
}

/** What the states of every minion of a master have in common. */
export interface StateSite {
  readonly clock: Clock;
  readonly random: Random;
  readonly files: StateFiles;
  readonly traits: StateTraits;
  readonly masksPillar: boolean;
  /** Fires an event of the minion's own, as of a job where there is one. */
  fire(minion: Minion, tag: string, data: PyDict, jid: PyValue): void;
  /** Whether the minion is one that a target of the top file names, by the type of the target. */
  inTop(minion: Minion, target: string, matchType: string): boolean;
}
