import { repr, str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { compareCodePoints } from '../../python/compare.ts';
import { isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { traverse } from '../targeting/subdict-match.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';
import { setGrain } from './set-grain.ts';

/**
 * The `grains` module: what a minion says of itself, and a few ways to change it.
 *
 * What is changed counts for targeting at once, since the master's cache is the same dict.
 */
export const grains: ExecutionModule = {
  items: {
    signature: signature('items', [], { sanitize: false }),
    doc: 'Answers all grains.',
    out: 'nested',
    run: ({ minion }) => minion.grains,
  },
  item: {
    signature: signature('item', [], {}, { varargs: true, kwargs: true }),
    doc: 'Answers the named grains, an empty text for those that are not there.',
    out: 'nested',
    run: (call) => {
      const standard = call.arguments.kwargs.get('default') ?? '';
      return new Map(
        call.arguments.varargs.map((key) => [str(key), lookUp(call, key) ?? standard]),
      );
    },
  },
  get: {
    signature: signature('get', ['key'], { default: '', delimiter: ':', ordered: true }),
    doc: 'Answers one grain, or the value below it that the key leads to.',
    run: (call) => lookUp(call, named(call, 'key')) ?? named(call, 'default'),
  },
  fetch: {
    signature: signature('get', ['key'], { default: '', delimiter: ':', ordered: true }),
    doc: 'Answers one grain, as grains.get does.',
    run: (call) => lookUp(call, named(call, 'key')) ?? named(call, 'default'),
  },
  equals: {
    signature: signature('equals', ['key', 'value']),
    doc: 'Answers whether a grain has this value, both taken as text.',
    run: (call) => str(lookUp(call, named(call, 'key')) ?? '') === str(named(call, 'value')),
  },
  has_value: {
    signature: signature('has_value', ['key']),
    doc: 'Answers whether there is such a grain.',
    run: (call) => lookUp(call, named(call, 'key')) !== undefined,
  },
  ls: {
    signature: signature('ls'),
    doc: 'Answers the names of all grains, sorted.',
    run: ({ minion }) => [...minion.grains.keys()].map(String).toSorted(compareCodePoints),
  },
  setval: {
    signature: signature('setval', ['key', 'val'], { destructive: false, refresh_pillar: true }),
    doc: 'Sets one grain.',
    out: 'nested',
    run: (call) => set(call, new Map([[str(named(call, 'key')), named(call, 'val')]])),
  },
  setvals: {
    signature: signature('setvals', ['grains'], { destructive: false, refresh_pillar: true }),
    doc: 'Sets several grains.',
    run: (call) => {
      const values = named(call, 'grains');
      return set(call, values instanceof Map ? values : new Map());
    },
  },
  append: {
    signature: signature('append', ['key', 'val'], { convert: false, delimiter: ':' }),
    doc: 'Adds a value to a grain that is a list.',
    run: append,
  },
  remove: {
    signature: signature('remove', ['key', 'val'], { delimiter: ':' }),
    doc: 'Takes a value out of a grain that is a list.',
    run: remove,
  },
  set: {
    signature: signature('set', ['key'], {
      val: '',
      force: false,
      destructive: false,
      delimiter: ':',
    }),
    doc: 'Sets one grain, or a value below it.',
    run: (call) => setFrom(call, named(call, 'val'), isTruthy(named(call, 'destructive'))),
  },
  delval: {
    signature: signature('delval', ['key'], { destructive: false, force: false }),
    doc: 'Sets one grain to null, or takes it away.',
    run: (call) => setFrom(call, null, isTruthy(named(call, 'destructive'))),
  },
  delkey: {
    signature: signature('delkey', ['key'], { force: false }),
    doc: 'Takes one grain away.',
    run: (call) => setFrom(call, null, true),
  },
};

function setFrom(call: ExecutionCall, val: PyValue, destructive: boolean): PyDict {
  const delimiter = named(call, 'delimiter');
  return setGrain(call.minion, {
    key: str(named(call, 'key')),
    val,
    force: isTruthy(named(call, 'force')),
    destructive,
    delimiter: typeof delimiter === 'string' ? delimiter : ':',
  });
}

function remove(call: ExecutionCall): PyValue {
  const key = str(named(call, 'key'));
  const value = named(call, 'val');
  const list = lookUp(call, key) ?? [];
  if (!Array.isArray(list)) return `The key ${key} is not a valid list`;
  const place = list.findIndex((item) => repr(item) === repr(value));
  if (place < 0) return `The val ${str(value)} was not in the list ${key}`;
  return set(call, new Map([[key, list.toSpliced(place, 1)]]));
}

function named(call: ExecutionCall, name: string): PyValue {
  return call.arguments.named.get(name) ?? null;
}

function lookUp(call: ExecutionCall, key: PyValue): PyValue | undefined {
  const delimiter = call.arguments.named.get('delimiter');
  return traverse(
    call.minion.grains,
    str(key).split(typeof delimiter === 'string' ? delimiter : ':'),
  );
}

/** Null removes a grain where the call is `destructive`. */
function set(call: ExecutionCall, values: PyDict): PyDict {
  for (const [key, value] of values) {
    if (value === null && named(call, 'destructive') === true) call.minion.grains.delete(key);
    else call.minion.grains.set(key, value);
  }
  return values;
}

function append(call: ExecutionCall): PyValue {
  const key = str(named(call, 'key'));
  const value = named(call, 'val');
  const found = lookUp(call, key) ?? [];
  const list = !Array.isArray(found) && named(call, 'convert') === true ? [found] : found;
  if (!Array.isArray(list)) return `The key ${key} is not a valid list`;
  if (list.includes(value)) return `The val ${str(value)} was already in the list ${key}`;
  const longer = [...list, ...(Array.isArray(value) ? value : [value])];
  return set(call, new Map([[key, longer]]));
}
