import { argument } from '../../../python/argument.ts';
import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import type { ExecutionCall } from '../function.ts';

/**
 * `grains.filter_by`: the value of a dict whose key a grain matches, else that of the default, laid
 * over the base and under what is to be merged.
 */
export function filterBy(call: ExecutionCall): PyValue {
  const lookup = argument(call, 'lookup_dict');
  if (!isDict(lookup)) return null;
  const grain = traverse(call.minion.grains, str(argument(call, 'grain')).split(':')) ?? 'None';
  const values = (Array.isArray(grain) ? grain : [grain]).map(str);
  const matching = [...lookup.keys()].find((key) =>
    values.some((value) => fnmatch(value, str(key))),
  );
  const found = matching ?? argument(call, 'default');
  const chosen = typeof found === 'object' && found !== null ? null : (lookup.get(found) ?? null);
  const base = argument(call, 'base');
  const below = typeof base === 'string' ? lookup.get(base) : undefined;
  const merged = argument(call, 'merge');
  return overlaid(overlaid(below ?? null, chosen), merged);
}

/** One value over another: dicts are merged, level by level; None gives way to what is there. */
function overlaid(below: PyValue, above: PyValue): PyValue {
  if (above === null) return below;
  if (!isDict(below) || !isDict(above)) return above;
  const both: PyDict = new Map(below);
  for (const [key, value] of above) {
    const under = below.get(key);
    both.set(key, isDict(under) && isDict(value) ? overlaid(under, value) : value);
  }
  return both;
}
