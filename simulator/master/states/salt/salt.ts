import { fnmatch } from '../../../python/fnmatch.ts';
import { floatRepr } from '../../../python/float.ts';
import { integerOf } from '../../../python/int.ts';
import { str } from '../../../python/repr.ts';
import { dict, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import type { StateCall, StateFunction, StateModule } from '../state-function.ts';
import { withoutMaster } from './call-minions.ts';
import { saltResult } from './salt-result.ts';
import { saltFunction } from './function.ts';
import type { Orchestration } from './orchestration.ts';
import { saltState } from './state.ts';

/**
 * The `salt` states, of which orchestrations are made (salt.states.saltmod; seen on 3006.28, 3007.15
 * and 3008.3).
 */
export const salt: StateModule = {
  function: saltFunction,
  state: saltState,
  runner: onMaster('Runner'),
  wheel: onMaster('Wheel'),
  wait_for_event: {
    doc: 'Waits until an event has come from everybody named.',
    parameters: [
      { name: 'id_list' },
      { name: 'event_id', default: 'id' },
      { name: 'timeout', default: 300 },
      { name: 'node', default: 'master' },
    ],
    kwargs: false,
    run: (call) =>
      call.orchestration === undefined
        ? withoutMaster(call)
        : waitForEvent(call, call.orchestration),
  },
};

/** A state that runs a function of the master's. */
function onMaster(kind: 'Runner' | 'Wheel'): StateFunction {
  return {
    doc: `Runs a ${kind.toLowerCase()} function of the master.`,
    parameters: [],
    kwargs: true,
    run: (call) => {
      const { name, orchestration } = call;
      if (orchestration === undefined) return withoutMaster(call);
      const what = `${kind} function '${str(name)}'`;
      if (call.test) {
        const comment = `${what} would be executed.`;
        return dict({ name, result: null, changes: new Map(), comment });
      }
      const called =
        kind === 'Runner'
          ? orchestration.runner(str(name), call.given)
          : orchestration.wheel(str(name), call.given);
      return called.then((data) => {
        const value = data.get('return') ?? null;
        const success = isDict(value) && value.has('Error') ? false : (data.get('success') ?? true);
        const jid = data.get('jid') ?? null;
        return dict({
          name,
          changes: dict({ return: value }),
          result: success,
          comment: `${what} ${success === true ? 'executed' : 'failed'}.`,
          __jid__: jid,
        });
      });
    },
  };
}

/** Waits until an event with a tag has named every one of a list. */
async function waitForEvent(call: StateCall, orchestration: Orchestration): Promise<PyDict> {
  const { name, given } = call;
  if (call.test) return saltResult(name, null, `Orchestration would wait for event '${str(name)}'`);
  const said = given.get('id_list');
  const left: PyValue[] = Array.isArray(said) ? [...said] : [];
  const seen: PyValue[] = [];
  const key = str(given.get('event_id') ?? null);
  const start = orchestration.now();
  const isEnough = (tag: string, data: PyDict): boolean => {
    if (fnmatch(tag, str(name))) {
      const inner = data.get('data');
      const value = data.get(key) ?? (isDict(inner) ? inner.get(key) : undefined);
      for (const item of Array.isArray(value) ? value : [value ?? null]) {
        const place = left.indexOf(item);
        if (place >= 0) seen.push(...left.splice(place, 1));
      }
    }
    return left.length === 0;
  };
  const heard = await orchestration.listen(integerOf(given.get('timeout')) ?? 300, isEnough);
  const seconds = (orchestration.now() - start) / 1_000_000;
  const changes: PyDict = seen.length > 0 ? dict({ minions_seen: seen }) : new Map();
  const comment = heard
    ? `All events seen in ${floatRepr(seconds)} seconds.`
    : 'Timeout value reached.';
  return saltResult(name, heard, comment, changes);
}
