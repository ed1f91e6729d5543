import { argument } from '../../../python/argument.ts';
import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import { isDict, type PyValue } from '../../../python/value.ts';
import { overlaid } from '../../overlaid.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import type { ExecutionCall } from '../function.ts';

/**
 * `grains.filter_by`: the value of a dict whose key a grain matches, else that of the default, laid
 * over the base and under what is to be merged (salt.modules.grains; seen on 3006.28, 3007.15 and
 * 3008.3).
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
  return laidOver(laidOver(below ?? null, chosen), merged);
}

/** Of two values the one above counts, of two dicts both do; None gives way to what is there. */
function laidOver(below: PyValue, above: PyValue): PyValue {
  if (above === null) return below;
  return isDict(below) && isDict(above) ? overlaid(below, above) : above;
}
