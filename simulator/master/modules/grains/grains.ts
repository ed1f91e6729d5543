import { argument } from '../../../python/argument.ts';
import { compareCodePoints } from '../../../python/compare.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { isDict, isTruthy } from '../../../python/value.ts';
import { isTrue } from '../arguments/is-true.ts';
import { asKey } from '../arguments/key-path.ts';
import { orDefault } from '../arguments/or-default.ts';
import type { ExecutionModule } from '../function.ts';
import { filterBy } from '../filter-by.ts';
import { MinionError } from '../minion-error.ts';
import { appendToGrain, removeFromGrain, setGrains, setOneGrain } from './change-grains.ts';
import { lookUpGrain, sanitized } from './grain-values.ts';

/**
 * The `grains` module: what a minion says of itself, and a few ways to change it
 * (salt.modules.grains; seen on 3006.28, 3007.15 and 3008.3).
 *
 * What is changed counts for targeting at once, since the master's cache is the same dict.
 */
export const grains: ExecutionModule = {
  items: {
    signature: signature('items', [], { sanitize: false }),
    doc: 'Answers all grains.',
    out: 'nested',
    run: (call) =>
      isTruthy(argument(call, 'sanitize')) ? sanitized(call.minion.grains) : call.minion.grains,
  },
  item: {
    signature: signature('item', [], {}, { varargs: true, kwargs: true }),
    doc: 'Answers the named grains, an empty text for those that are not there.',
    out: 'nested',
    run: (call) => {
      const standard = call.arguments.kwargs.get('default') ?? '';
      const values = call.arguments.varargs.map(
        (key) => [orDefault(lookUpGrain(call, key), standard), asKey(key)] as const,
      );
      const found = new Map(values.map(([value, key]) => [key, value]));
      return isTrue(call.arguments.kwargs.get('sanitize')) ? sanitized(found) : found;
    },
  },
  get: {
    signature: signature('get', ['key'], { default: '', delimiter: ':', ordered: true }),
    doc: 'Answers one grain, or the value below it that the key leads to.',
    run: (call) => orDefault(lookUpGrain(call, argument(call, 'key')), argument(call, 'default')),
  },
  fetch: {
    signature: signature('get', ['key'], { default: '', delimiter: ':', ordered: true }),
    doc: 'Answers one grain, as grains.get does.',
    run: (call) => orDefault(lookUpGrain(call, argument(call, 'key')), argument(call, 'default')),
  },
  equals: {
    signature: signature('equals', ['key', 'value']),
    doc: 'Answers whether a grain has this value, both taken as text.',
    run: (call) =>
      str(orDefault(lookUpGrain(call, argument(call, 'key')), '')) === str(argument(call, 'value')),
  },
  has_value: {
    signature: signature('has_value', ['key']),
    doc: 'Answers whether there is such a grain.',
    run: (call) => lookUpGrain(call, argument(call, 'key')) !== undefined,
  },
  ls: {
    signature: signature('ls'),
    doc: 'Answers the names of all grains, sorted.',
    run: ({ minion }) => [...minion.grains.keys()].map(str).toSorted(compareCodePoints),
  },
  filter_by: {
    signature: signature('filter_by', ['lookup_dict'], {
      grain: 'os_family',
      merge: null,
      default: 'default',
      base: null,
    }),
    doc: 'Answers the value in a dict whose key a grain matches, else that of the default.',
    run: (call) => filterBy(call, lookUpGrain(call, argument(call, 'grain'))),
  },
  setval: {
    signature: signature('setval', ['key', 'val'], { destructive: false, refresh_pillar: true }),
    doc: 'Sets one grain.',
    out: 'nested',
    run: (call) => setGrains(call, new Map([[str(argument(call, 'key')), argument(call, 'val')]])),
  },
  setvals: {
    signature: signature('setvals', ['grains'], { destructive: false, refresh_pillar: true }),
    doc: 'Sets several grains.',
    run: (call) => {
      const values = argument(call, 'grains');
      if (isDict(values)) return setGrains(call, values);
      const text = 'setvals grains must be a dictionary.';
      throw new MinionError('Exception', text, 'salt.exceptions.SaltException');
    },
  },
  append: {
    signature: signature('append', ['key', 'val'], { convert: false, delimiter: ':' }),
    doc: 'Adds a value to a grain that is a list.',
    run: appendToGrain,
  },
  remove: {
    signature: signature('remove', ['key', 'val'], { delimiter: ':' }),
    doc: 'Takes a value out of a grain that is a list.',
    run: removeFromGrain,
  },
  set: {
    signature: signature('set', ['key'], {
      val: '',
      force: false,
      destructive: false,
      delimiter: ':',
    }),
    doc: 'Sets one grain, or a value below it.',
    run: (call) =>
      setOneGrain(call, argument(call, 'val'), isTruthy(argument(call, 'destructive'))),
  },
  delval: {
    signature: signature('delval', ['key'], { destructive: false, force: false }),
    doc: 'Sets one grain to null, or takes it away.',
    run: (call) => setOneGrain(call, null, isTruthy(argument(call, 'destructive'))),
  },
  delkey: {
    signature: signature('delkey', ['key'], { force: false }),
    doc: 'Takes one grain away.',
    run: (call) => setOneGrain(call, null, true),
  },
};
