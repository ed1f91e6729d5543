import { argument } from '../../../python/argument.ts';
import { repr, str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { typeName } from '../../../python/type-name.ts';
import { isDict, isTruthy, type PyValue } from '../../../python/value.ts';
import { asKey } from '../arguments/key-path.ts';
import { filterBy } from '../filter-by.ts';
import type { ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { freshPillar } from './fresh-pillar.ts';
import { lookUp } from './look-up.ts';
import { getPillar } from './get-pillar.ts';
import { pillarItem, pillarItems } from './pillar-items.ts';
import { pillarSignatures, type PillarTraits } from './pillar-signatures.ts';
import { shown } from './shown.ts';

/**
 * The `pillar` module of a line: what the master keeps for a minion; some lines mask it in what they
 * return (salt.modules.pillar; seen on 3006.28, 3007.15 and 3008.3).
 */
export function pillar(traits: PillarTraits): ExecutionModule {
  const takes = pillarSignatures(traits);
  return {
    get: {
      signature: takes.get,
      doc: 'Answers one pillar value, or the value below it that the key leads to.',
      run: getPillar,
    },
    fetch: {
      signature: takes.get,
      doc: 'Answers one pillar value, as pillar.get does.',
      run: getPillar,
    },
    item: {
      signature: takes.item,
      doc: 'Answers the named pillar values, an empty text for those that are not there.',
      run: pillarItem,
    },
    items: {
      signature: takes.items,
      doc: 'Answers the whole pillar.',
      run: pillarItems,
    },
    data: {
      signature: takes.data,
      doc: 'Answers the whole pillar, as pillar.items does.',
      run: pillarItems,
    },
    ext: {
      signature: takes.ext,
      doc: 'Answers the whole pillar; other sources of pillar are not there.',
      run: (call) => shown(call, freshPillar(call)),
    },
    obfuscate: {
      signature: takes.obfuscate,
      doc: 'Answers the pillar with the type of each value in its place.',
      run: (call) => obfuscated(pillarItems(call)),
    },
    keys: {
      signature: takes.keys,
      doc: 'Answers the keys of a pillar value that is a dict.',
      run: (call) => {
        const key = argument(call, 'key');
        const value = lookUp(call, call.minion.pillar, key);
        const said = str(key);
        if (value === undefined)
          throw new MinionError('Exception', repr(`Pillar key not found: ${said}`), 'KeyError');
        if (isDict(value)) return [...value.keys()];
        const text = `Pillar value in key ${said} is not a dict`;
        throw new MinionError('Exception', text, 'ValueError');
      },
    },
    filter_by: {
      signature: signature('filter_by', ['lookup_dict', 'pillar'], {
        merge: null,
        default: 'default',
        base: null,
      }),
      doc: 'Answers the value in a dict whose key a pillar value matches, else that of the default.',
      run: (call) => filterBy(call, lookUp(call, call.minion.pillar, argument(call, 'pillar'))),
    },
    file_exists: {
      signature: signature('file_exists', ['path'], { saltenv: null }),
      doc: 'Answers whether the master has such a pillar file; it has none.',
      run: () => false,
    },
    raw: {
      signature: takes.raw,
      doc: 'Answers the whole pillar, or one value of it, as the minion holds it.',
      run: (call) => {
        const key = argument(call, 'key');
        const { pillar: own } = call.minion;
        const value = isTruthy(key) ? (own.get(asKey(key)) ?? new Map()) : own;
        return shown(call, value, true);
      },
    },
    ls: {
      signature: takes.ls,
      doc: 'Answers the names of all pillar values.',
      run: (call) => [...pillarItems(call).keys()],
    },
  };
}

/** Each value's type in its place; lists of them keep their order. */
function obfuscated(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(obfuscated);
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, obfuscated(item)]));
  return `<${typeName(value)}>`;
}
