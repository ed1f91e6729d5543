import { argument } from '../../../python/argument.ts';
import { equals } from '../../../python/equals.ts';
import { str } from '../../../python/repr.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { fireRefresh } from '../../minion/minion-event.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import type { ExecutionCall } from '../function.ts';
import { delimiterOf, lookUpGrain } from './grain-values.ts';
import { setGrain } from './set-grain.ts';

/** Sets grains and has the pillar compiled anew; null takes a grain away where the call is `destructive`. */
export function setGrains(call: ExecutionCall, values: PyDict): PyDict {
  const { grains } = call.minion;
  for (const [key, value] of values) {
    if (value === null && argument(call, 'destructive') === true) grains.delete(key);
    else grains.set(key, value);
  }
  if (argument(call, 'refresh_pillar') !== false) fireRefresh(call.master, call.minion);
  return values;
}

/** Sets one grain, or a value below it, as `grains.set` and what stands on it do. */
export function setOneGrain(call: ExecutionCall, val: PyValue, destructive: boolean): PyDict {
  const outcome = setGrain(call.minion, {
    key: str(argument(call, 'key')),
    val,
    force: isTruthy(argument(call, 'force')),
    destructive,
    delimiter: delimiterOf(call),
  });
  if (isTruthy(outcome.get('changes'))) fireRefresh(call.master, call.minion);
  return outcome;
}

/** Adds a value, or each of a list of values, to a grain that is a list. */
export function appendToGrain(call: ExecutionCall): PyValue {
  const key = str(argument(call, 'key'));
  const value = argument(call, 'val');
  const found = lookUpGrain(call, key) ?? [];
  const list = !Array.isArray(found) && isTruthy(argument(call, 'convert')) ? [found] : found;
  if (!Array.isArray(list)) return `The key ${key} is not a valid list`;
  if (list.some((item) => equals(item, value)))
    return `The val ${str(value)} was already in the list ${key}`;
  return setBelow(call, key, [...list, ...(Array.isArray(value) ? value : [value])]);
}

/** Takes a value out of a grain that is a list. */
export function removeFromGrain(call: ExecutionCall): PyValue {
  const key = str(argument(call, 'key'));
  const value = argument(call, 'val');
  const list = lookUpGrain(call, key) ?? [];
  if (!Array.isArray(list)) return `The key ${key} is not a valid list`;
  const place = list.findIndex((item) => equals(item, value));
  if (place < 0) return `The val ${str(value)} was not in the list ${key}`;
  return setBelow(call, key, list.toSpliced(place, 1));
}

/** Sets what a path of keys leads to, and answers the grain that the path begins with. */
function setBelow(call: ExecutionCall, key: string, value: PyValue): PyDict {
  const delimiter = delimiterOf(call);
  let [path, held] = [key.split(delimiter), value];
  for (; path.length > 1; path = path.slice(0, -1)) {
    const holder = traverse(call.minion.grains, path.slice(0, -1));
    held = new Map([...(isDict(holder) ? holder : []), [path.at(-1) ?? '', held]]);
  }
  return setGrains(call, new Map([[path[0] ?? '', held]]));
}
