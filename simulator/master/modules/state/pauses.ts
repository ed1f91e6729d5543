import { argument } from '../../../python/argument.ts';
import { repr, str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import {
  copyOf,
  isDict,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../python/value.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';

/** The state that stands for all of a run. */
const ALL = '__all__';

/**
 * The part of `state` that pauses runs. It keeps what it is told, as Salt does; a run that has begun
 * goes on, since here it takes no time (modules/state.py; seen on 3006.28, 3007.15 and 3008.3).
 */
export const pauses: ExecutionModule = {
  pause: {
    signature: signature('pause', ['jid'], { state_id: null, duration: null }),
    doc: 'Keeps that a run, or a state of it, is to be paused; a run that has begun goes on.',
    run: (call) => {
      const duration = argument(call, 'duration');
      if (!isTruthy(duration)) return keep(call);
      return keep(call, (pause) => pause.set('duration', duration));
    },
  },
  resume: {
    signature: signature('resume', ['jid'], { state_id: null }),
    doc: 'Forgets that a run, or a state of it, is to be paused.',
    run: (call) => {
      const [jid, state] = placeOf(call);
      const kept = keptOf(call);
      if (state === ALL) kept.clear();
      kept.delete(state);
      call.memory.statePauses.set(jid, kept);
      return null;
    },
  },
  soft_kill: {
    signature: signature('soft_kill', ['jid'], { state_id: null }),
    doc: 'Keeps that a run is to end before a state of it; a run that has begun goes on.',
    run: (call) => keep(call, (pause) => pause.set('kill', true)),
  },
  get_pauses: {
    signature: signature('get_pauses', [], { jid: null }),
    doc: 'Answers what is kept of pauses of runs that go on, and forgets those of all others.',
    run: getPauses,
  },
};

function placeOf(call: ExecutionCall): [jid: string, state: PyScalar] {
  const state = argument(call, 'state_id');
  return [str(argument(call, 'jid')), state === null ? ALL : str(state)];
}

/** What is kept of a run; it is for the state that is named only where nothing was kept before. */
function keptOf(call: ExecutionCall): PyDict {
  const [jid, state] = placeOf(call);
  return call.memory.statePauses.get(jid) ?? new Map([[state, new Map()]]);
}

/** @throws MinionError for a state of which nothing is kept, as Salt stumbles over it */
function keep(call: ExecutionCall, change?: (pause: PyDict) => void): null {
  const [jid, state] = placeOf(call);
  const kept = keptOf(call);
  const pause = kept.get(state);
  if (change !== undefined) {
    if (!isDict(pause)) throw new MinionError('Exception', repr(state), 'KeyError');
    change(pause);
  }
  call.memory.statePauses.set(jid, kept);
  return null;
}

function getPauses(call: ExecutionCall): PyValue {
  const { statePauses: kept } = call.memory;
  const asked = argument(call, 'jid');
  const jids =
    asked === null ? [...kept.keys()] : (Array.isArray(asked) ? asked : [asked]).map(str);
  const active = call.running.map((job) => str(job.get('jid') ?? null));
  for (const jid of jids) if (!active.includes(jid)) kept.delete(jid);
  const found = jids.filter((jid) => active.includes(jid));
  return new Map(found.map((jid) => [jid, copyOf(kept.get(jid) ?? new Map())]));
}
