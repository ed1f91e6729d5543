import { argument } from '../../../python/argument.ts';
import { repr, str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { typeName } from '../../../python/type-name.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import { asKey, keyPath } from '../arguments/key-path.ts';
import { orDefault } from '../arguments/or-default.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { masked } from './masked.ts';

const REST = { varargs: true, kwargs: true };
const GET = signature('get', ['key'], {
  default: '',
  merge: false,
  merge_nested_lists: null,
  delimiter: ':',
  pillarenv: null,
  saltenv: null,
  unmask: null,
});

/**
 * The `pillar` module: what the master keeps for a minion; some lines mask it in what they return
 * (salt.modules.pillar; seen on 3006.28, 3007.15 and 3008.3).
 */
export const pillar: ExecutionModule = {
  get: {
    signature: GET,
    doc: 'Answers one pillar value, or the value below it that the key leads to.',
    run: get,
  },
  fetch: {
    signature: GET,
    doc: 'Answers one pillar value, as pillar.get does.',
    run: get,
  },
  item: {
    signature: signature('item', [], {}, REST),
    doc: 'Answers the named pillar values, an empty text for those that are not there.',
    run: (call) => {
      const standard = call.arguments.kwargs.get('default') ?? '';
      const values = call.arguments.varargs.map(
        (key) => [orDefault(lookUp(call, key), standard), asKey(key)] as const,
      );
      return shown(call, new Map(values.map(([value, key]) => [key, value])));
    },
  },
  items: {
    signature: signature('items', [], {}, REST),
    doc: 'Answers the whole pillar.',
    run: items,
  },
  data: {
    signature: signature('items', [], {}, REST),
    doc: 'Answers the whole pillar, as pillar.items does.',
    run: items,
  },
  ext: {
    signature: signature('ext', ['external'], { pillar: null }),
    doc: 'Answers the whole pillar; other sources of pillar are not there.',
    run: (call) => shown(call, call.minion.pillar),
  },
  obfuscate: {
    signature: signature('obfuscate', [], {}, REST),
    doc: 'Answers the pillar with the type of each value in its place.',
    run: (call) => obfuscated(items(call)),
  },
  keys: {
    signature: signature('keys', ['key'], { delimiter: ':' }),
    doc: 'Answers the keys of a pillar value that is a dict.',
    run: (call) => {
      const key = argument(call, 'key');
      const value = lookUp(call, key);
      const said = str(key);
      if (value === undefined)
        throw new MinionError('Exception', repr(`Pillar key not found: ${said}`), 'KeyError');
      if (isDict(value)) return [...value.keys()];
      throw new MinionError('Exception', `Pillar value in key ${said} is not a dict`, 'ValueError');
    },
  },
  file_exists: {
    signature: signature('file_exists', ['path'], { saltenv: null }),
    doc: 'Answers whether the master has such a pillar file; it has none.',
    run: () => false,
  },
  raw: {
    signature: signature('raw', [], { key: null }),
    doc: 'Answers the whole pillar, or one value of it, as the minion holds it.',
    run: (call) => {
      const key = argument(call, 'key');
      return isTruthy(key) ? (call.minion.pillar.get(asKey(key)) ?? new Map()) : call.minion.pillar;
    },
  },
  ls: {
    signature: signature('ls', [], {}, { varargs: true }),
    doc: 'Answers the names of all pillar values.',
    run: (call) => [...items(call).keys()],
  },
};

function get(call: ExecutionCall): PyValue {
  // A line that masks nothing does not know the argument.
  const unmask = argument(call, 'unmask');
  if (unmask !== null && !call.master.profile.masksPillar)
    throw new MinionError(
      'SaltInvocationError',
      `The following keyword arguments are not valid: unmask=${str(unmask)}`,
    );
  return shown(call, orDefault(lookUp(call, argument(call, 'key')), argument(call, 'default')));
}

/**
 * The pillar, or the named values of it; a pillar that the caller gives is laid over it, and in
 * another environment there is none.
 */
function items(call: ExecutionCall): PyDict {
  const { varargs, kwargs } = call.arguments;
  const given = kwargs.get('pillar');
  const isElsewhere = ['pillarenv', 'saltenv'].some((name) => isTruthy(kwargs.get(name)));
  const own = isElsewhere ? [] : call.minion.pillar;
  const pillar: PyDict = new Map([...(isDict(given) ? given : []), ...own]);
  const wanted = varargs.map((key) => [str(key), traverse(pillar, [str(key)]) ?? ''] as const);
  const answer = shown(call, varargs.length > 0 ? new Map(wanted) : pillar);
  return isDict(answer) ? answer : new Map();
}

/** Each value's type in its place; lists of them keep their order. */
function obfuscated(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(obfuscated);
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, obfuscated(item)]));
  return `<${typeName(value)}>`;
}

function lookUp(call: ExecutionCall, key: PyValue): PyValue | undefined {
  const delimiter = call.arguments.named.get('delimiter');
  const path = keyPath(key, typeof delimiter === 'string' ? delimiter : ':');
  return traverse(call.minion.pillar, path);
}

/** Salt 3008 puts stars in the place of every value but an empty text, defaults too, unless it is told not to. */
function shown(call: ExecutionCall, value: PyValue): PyValue {
  const { named, kwargs } = call.arguments;
  const isUnmasked = isTruthy(named.get('unmask') ?? kwargs.get('unmask'));
  return call.master.profile.masksPillar && !isUnmasked ? masked(value) : value;
}
