import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isDict, type PyValue } from '../../python/value.ts';
import { traverse } from '../targeting/subdict-match.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

const REST = { varargs: true, kwargs: true };

/** The `pillar` module: what the master keeps for a minion; some lines mask it in what they return. */
export const pillar: ExecutionModule = {
  get: {
    signature: signature('get', ['key'], {
      default: '',
      merge: false,
      merge_nested_lists: null,
      delimiter: ':',
      pillarenv: null,
      saltenv: null,
    }),
    doc: 'Answers one pillar value, or the value below it that the key leads to.',
    run: (call) => shown(call, lookUp(call, named(call, 'key')) ?? named(call, 'default')),
  },
  item: {
    signature: signature('item', [], {}, REST),
    doc: 'Answers the named pillar values, an empty text for those that are not there.',
    run: (call) => {
      const standard = call.arguments.kwargs.get('default') ?? '';
      const values = call.arguments.varargs.map(
        (key) => [str(key), lookUp(call, key) ?? standard] as const,
      );
      return shown(call, new Map(values));
    },
  },
  items: {
    signature: signature('items', [], {}, REST),
    doc: 'Answers the whole pillar.',
    run: (call) => shown(call, call.minion.pillar),
  },
  raw: {
    signature: signature('raw', [], { key: null }),
    doc: 'Answers the whole pillar, or one value of it, as the minion holds it.',
    run: (call) => {
      const key = named(call, 'key');
      return key === null ? call.minion.pillar : (call.minion.pillar.get(str(key)) ?? new Map());
    },
  },
  ls: {
    signature: signature('ls', [], {}, { varargs: true }),
    doc: 'Answers the names of all pillar values.',
    run: ({ minion }) => [...minion.pillar.keys()],
  },
};

function named(call: ExecutionCall, name: string): PyValue {
  return call.arguments.named.get(name) ?? null;
}

function lookUp(call: ExecutionCall, key: PyValue): PyValue | undefined {
  const delimiter = call.arguments.named.get('delimiter');
  const path = str(key).split(typeof delimiter === 'string' ? delimiter : ':');
  return traverse(call.minion.pillar, path);
}

/** Salt 3008 puts stars in the place of every value but an empty text, defaults too. */
function shown(call: ExecutionCall, value: PyValue): PyValue {
  return call.masksPillar ? masked(value) : value;
}

/** A pillar value with stars in the place of all that it tells. */
export function masked(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(masked);
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, masked(item)]));
  return value === '' ? '' : '**********';
}
