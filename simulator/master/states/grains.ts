import { equals } from '../../python/equals.ts';
import { str } from '../../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { setGrain } from '../modules/grains/set-grain.ts';
import { traverse } from '../targeting/subdict-match.ts';
import { stateResult, type StateCall, type StateModule } from './state-function.ts';

/** The `grains` states that see to it that a grain is there, or is not; they count for targeting at once. */
export const grains: StateModule = {
  present: {
    doc: 'Sees to it that a grain has a value.',
    parameters: [
      { name: 'value' },
      { name: 'delimiter', default: ':' },
      { name: 'force', default: false },
    ],
    kwargs: false,
    run: present,
  },
  absent: {
    doc: 'Sees to it that a grain has no value, or is not there.',
    parameters: [
      { name: 'destructive', default: false },
      { name: 'delimiter', default: ':' },
      { name: 'force', default: false },
    ],
    kwargs: false,
    run: absent,
  },
  exists: {
    doc: 'Tells whether there is a grain.',
    parameters: [{ name: 'delimiter', default: ':' }],
    kwargs: false,
    run: (call) => {
      const key = keyOf(call);
      return lookUp(call, key) === undefined
        ? stateResult(key, false, 'Grain does not exist')
        : stateResult(key, true, 'Grain exists');
    },
  },
};

function present(call: StateCall): PyDict {
  const key = keyOf(call);
  const value = call.given.get('value') ?? null;
  const existing = lookUp(call, key);
  if (existing !== undefined && equals(existing, value))
    return stateResult(key, true, 'Grain is already set');
  if (call.test) {
    return existing === undefined
      ? stateResult(key, null, `Grain ${key} is set to be added`, dict({ new: key }))
      : stateResult(
          key,
          null,
          `Grain ${key} is set to be changed`,
          dict({ changed: new Map([[key, value]]) }),
        );
  }
  const outcome = setTo(call, key, value, false);
  const changes = outcome.get('changes');
  if (outcome.get('result') === true && isDict(changes) && changes.size > 0)
    outcome.set('comment', `Set grain ${key} to ${str(value)}`);
  return outcome.set('name', key);
}

function absent(call: StateCall): PyDict {
  const key = keyOf(call);
  const destructive = call.given.get('destructive') === true;
  const existing = lookUp(call, key);
  if (existing === undefined) return stateResult(key, true, `Grain ${key} does not exist`);
  const isNull = existing === null;
  if (call.test) {
    if (destructive)
      return stateResult(key, null, `Grain ${key} is set to be deleted`, dict({ deleted: key }));
    return isNull
      ? stateResult(key, null, '')
      : stateResult(
          key,
          null,
          `Value for grain ${key} is set to be deleted (None)`,
          dict({ grain: key, value: null }),
        );
  }
  const outcome = setTo(call, key, null, destructive);
  if (isTruthy(outcome.get('result'))) {
    if (destructive) {
      outcome.set('comment', `Grain ${key} was deleted`);
      outcome.set('changes', dict({ deleted: key }));
    } else if (!isNull) {
      outcome.set('comment', `Value for grain ${key} was set to None`);
      outcome.set('changes', dict({ grain: key, value: null }));
    }
  }
  return outcome.set('name', key);
}

function keyOf(call: StateCall): string {
  return str(call.name).replaceAll(str(call.given.get('delimiter') ?? ':'), ':');
}

function lookUp(call: StateCall, key: string): PyValue | undefined {
  return traverse(call.minion.grains, key.split(':'));
}

function setTo(call: StateCall, key: string, val: PyValue, destructive: boolean): PyDict {
  const force = isTruthy(call.given.get('force'));
  return setGrain(call.minion, { key, val, force, destructive, delimiter: ':' });
}
