import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';
import { highstate } from './highstate.ts';
import { sls } from './sls.ts';

/** `state.apply`: runs the files that are named, or the highstate, with what else is told. */
export function apply(
  call: ExecutionCall,
  mods: PyValue,
  kwargs: PyDict = call.arguments.kwargs,
): PyValue | Promise<PyValue> {
  const named = new Map<string, PyValue>([['mods', mods]]);
  const applied = { ...call, arguments: { named, varargs: [], kwargs } };
  return isTruthy(mods) ? sls(applied) : highstate(applied);
}
