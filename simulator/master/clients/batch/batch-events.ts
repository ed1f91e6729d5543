import { dict, float, type PyDict, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import type { Master } from '../../master.ts';
import type { Command } from '../../publish.ts';
import type { BatchOptions } from './batch-options.ts';
import type { BatchState } from './batch-state.ts';

/** A moment in the life of a batch, as the last part of an event's tag. */
export type BatchMoment = 'new' | 'progress' | 'complete' | 'halted';

/** What the events of one batch have in common. */
export interface BatchFacts {
  readonly jid: string;
  /** As the chunk gave it, whatever the jobs were published to. */
  readonly tgt: PyValue;
  readonly tgtType: string;
  readonly command: Pick<Command, 'fun' | 'arg' | 'ret'>;
  readonly options: BatchOptions;
}

/** Fires `salt/batch/<jid>/<moment>` with the whole state, on lines that have such events (seen on 3008.3). */
export function fireBatchEvent(
  master: Master,
  moment: BatchMoment,
  facts: BatchFacts,
  state: BatchState,
): void {
  if (!master.profile.batch.firesEvents) return;
  const { jid, tgt, tgtType, command } = facts;
  const payload = dict({
    jid,
    fun: command.fun,
    tgt,
    tgt_type: tgtType,
    user: master.config.user,
    driver: 'cli',
    state: shownState(master.config.user, facts, state),
  });
  master.events.fire(`salt/batch/${jid}/${moment}`, payload);
}

function shownState(user: string, facts: BatchFacts, state: BatchState): PyDict {
  const { jid, tgt, tgtType, command, options } = facts;
  return dict({
    jid,
    all_minions: [...state.minions],
    pending: [...state.pending],
    active: new Map([...state.active].map(([id, instant]) => [id, seconds(instant)])),
    done: new Map(state.done),
    failed: new Map(state.timedOut.map((id) => [id, 'timeout'])),
    wait: state.waits.map(seconds),
    batch_size: state.rules.size,
    fun: command.fun,
    arg: [...command.arg],
    kwargs: new Map(),
    tgt,
    tgt_type: tgtType,
    failhard: options.failhard,
    batch_wait: options.wait,
    timeout: options.timeout ?? NO_TIMEOUT,
    gather_job_timeout: options.gatherJobTimeout,
    last_progress: seconds(state.lastProgress),
    created: seconds(state.created),
    halted: state.isHalted,
    halted_reason: state.isHalted ? 'failhard' : null,
    driver: 'cli',
    ret: command.ret,
    user,
  });
}

/** What the state says of a timeout that is null. */
const NO_TIMEOUT = 60;

function seconds(instant: number): PyValue {
  return float(instant / MICROSECONDS);
}
