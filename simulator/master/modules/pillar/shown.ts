import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';
import { masked } from './masked.ts';

/**
 * What a call is shown of pillar values. A line that masks them puts stars in their place, defaults
 * too, unless `unmask` says otherwise; the others do not know that argument.
 *
 * @param isBare whether a call that says nothing of it sees the values
 */
export function shown(call: ExecutionCall, value: PyDict, isBare?: boolean): PyDict;
export function shown(call: ExecutionCall, value: PyValue, isBare?: boolean): PyValue;
export function shown(call: ExecutionCall, value: PyValue, isBare = false): PyValue {
  const unmask = call.arguments.named.get('unmask') ?? null;
  const isUnmasked = unmask === null ? isBare : isTruthy(unmask);
  return call.master.profile.masksPillar && !isUnmasked ? masked(value) : value;
}
