import type { PyDict } from '../../../../python/value.ts';
import type { StateRun } from '../run/state-run.ts';
import type { Steps } from '../run/steps.ts';
import type { RequisitesOf } from './requisite-status.ts';

/** Where Salt's two ways to meet requisites differ. */
export interface Requisites {
  /** What a chunk requires; undefined where some of it is nowhere to be found. */
  requisitesOf(low: PyDict): RequisitesOf | undefined;
  /** Takes note that a chunk's turn has come. */
  enter(low: PyDict): void;
  /** Takes note that the turn of no chunk is on. */
  leaveAll(): void;
  /** Runs what an unmet chunk requires; false where that ends the matter. */
  meet(low: PyDict, run: StateRun): Steps<boolean>;
}
