import { argument } from '../../../python/argument.ts';
import { repr, str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import {
  copyOf,
  dict,
  getOr,
  isDict,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../python/value.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { apply } from './apply.ts';

const KWARGS = { kwargs: true };

/**
 * State runs that somebody asks for, and somebody else has run later: the part of `state` that keeps
 * them (modules/state.py; seen on 3006.28, 3007.15 and 3008.3).
 */
export const requests: ExecutionModule = {
  request: {
    signature: signature('request', [], { mods: null }, KWARGS),
    doc: 'Tells what state.apply would do, and keeps that until it is run or cleared.',
    out: 'highstate',
    run: request,
  },
  check_request: {
    signature: signature('check_request', [], { name: null }),
    doc: 'Answers the state runs that were asked for, or one of them.',
    out: 'highstate',
    run: checkRequest,
  },
  clear_request: {
    signature: signature('clear_request', [], { name: null }),
    doc: 'Forgets the state runs that were asked for, or one of them.',
    run: ({ memory: { stateRequests: kept }, ...call }) => {
      const name = argument(call, 'name');
      if (kept.size === 0) return true;
      if (isTruthy(name)) return kept.delete(name as PyScalar);
      kept.clear();
      return true;
    },
  },
  run_request: {
    signature: signature('run_request', [], { name: 'default' }, KWARGS),
    doc: 'Runs the states that were asked for.',
    out: 'highstate',
    run: runRequest,
  },
};

function request(call: ExecutionCall): PyValue | Promise<PyValue> {
  const mods = argument(call, 'mods');
  const kwargs = new Map(call.arguments.kwargs).set('test', true);
  const told = apply(call, mods, kwargs);
  const keep = (ret: PyValue): PyValue => {
    const kept = dict({ test_run: ret, mods, kwargs });
    call.memory.stateRequests.set(str(getOr(kwargs, 'name', 'default')), copyOf(kept));
    return ret;
  };
  return told instanceof Promise ? told.then(keep) : keep(told);
}

function checkRequest(call: ExecutionCall): PyValue {
  const { stateRequests: kept } = call.memory;
  const name = argument(call, 'name');
  if (kept.size === 0 || !isTruthy(name)) return kept;
  const one = kept.get(str(name));
  if (one === undefined) throw new MinionError('Exception', repr(name), 'KeyError');
  return one;
}

function runRequest(call: ExecutionCall): PyValue | Promise<PyValue> {
  const { stateRequests: kept } = call.memory;
  const asked = kept.get(str(argument(call, 'name')));
  const kwargs = isDict(asked) ? asked.get('kwargs') : undefined;
  if (!isDict(asked) || !isDict(kwargs)) return new Map();
  const own: PyDict = new Map([...kwargs, ...call.arguments.kwargs]);
  own.delete('test');
  const ran = apply(call, asked.get('mods') ?? null, own);
  const forget = (ret: PyValue): PyValue => {
    kept.clear();
    return ret;
  };
  return ran instanceof Promise ? ran.then(forget) : forget(ran);
}
