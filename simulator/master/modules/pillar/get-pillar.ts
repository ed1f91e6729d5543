import { argument } from '../../../python/argument.ts';
import { isDict, isTruthy, type PyValue } from '../../../python/value.ts';
import { newTo, overlaid } from '../../overlaid.ts';
import { orDefault } from '../arguments/or-default.ts';
import type { ExecutionCall } from '../function.ts';
import { pillarAtHand } from './fresh-pillar.ts';
import { lookUp } from './look-up.ts';
import { shown } from './shown.ts';

/** `pillar.get`: what a key leads to, merged into the default where the call asks for that. */
export function getPillar(call: ExecutionCall): PyValue {
  const standard = argument(call, 'default');
  const found = lookUp(call, pillarAtHand(call), argument(call, 'key'));
  const isMerged = isTruthy(argument(call, 'merge'));
  const merged = isMerged ? mergedInto(standard, found, call) : undefined;
  // A key without parts leads to the pillar itself, which Salt does not take for a dict when it
  // masks (seen on 3008.3).
  if (merged === undefined && found === call.minion.pillar) return found;
  return shown(call, merged ?? orDefault(found, standard));
}

/** Two dicts, or two lists, as one; undefined where they are of different kinds. */
function mergedInto(
  standard: PyValue,
  found: PyValue | undefined,
  call: ExecutionCall,
): PyValue | undefined {
  if (isDict(standard)) {
    const above = found === undefined ? new Map() : found;
    const mergesLists = isTruthy(argument(call, 'merge_nested_lists'));
    return isDict(above) ? overlaid(standard, above, mergesLists) : undefined;
  }
  if (!Array.isArray(standard)) return undefined;
  const above = found ?? [];
  return Array.isArray(above) ? [...standard, ...newTo(standard, above)] : undefined;
}
