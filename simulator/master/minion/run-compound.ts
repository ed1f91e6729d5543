import { str } from '../../python/repr.ts';
import { traceback } from '../../python/traceback.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import { isOk, runFunction, type FunctionResult, type FunctionSite } from './run-function.ts';

/**
 * Runs the functions of a compound call one after the other; the return is a dict by function.
 *
 * A function that fails contributes its text, no retcode, and success false (salt-core §3.2). With
 * fewer argument lists than functions the minion fails before it can return, and stays silent:
 * undefined. So does one of whose functions a script says that it never returns. A text in place of a
 * list of arguments is its characters, as Python iterates over it.
 */
export function runCompound(
  funs: readonly PyValue[],
  arg: readonly PyValue[],
  site: FunctionSite,
): Promise<FunctionResult | undefined> | undefined {
  return arg.length < funs.length ? undefined : runEach(funs, arg, site);
}

async function runEach(
  funs: readonly PyValue[],
  arg: readonly PyValue[],
  site: FunctionSite,
): Promise<FunctionResult | undefined> {
  const value: PyDict = new Map();
  const retcode: PyDict = new Map();
  const success: PyDict = new Map();
  for (const [index, fun] of funs.entries()) {
    const name = str(fun);
    const given = arg[index];
    const args = typeof given === 'string' ? Array.from(given) : given;
    success.set(name, false);
    const result = await runFunction(name, Array.isArray(args) ? args : [], site);
    if (result === undefined) return undefined;
    if (result.exception !== undefined) {
      value.set(name, traceback(result.exception));
      continue;
    }
    value.set(name, result.value);
    retcode.set(name, result.retcode);
    success.set(name, isOk(result.retcode));
  }
  return { value, retcode: 0, perFunction: { retcode, success } };
}
