import { str } from '../../../python/repr.ts';
import { isDict, type PyDict, type PyScalar, type PyValue } from '../../../python/value.ts';
import { isInternal, statesOf } from './high/declarations.ts';

/**
 * Whether a run of states has come out well: it is a dict, not empty, and no state failed, unless
 * one with `onfail_stop: False` has made up for it (utils/state.py check_result, 3006.28 to
 * 3008.3).
 */
export function checkResult(running: PyValue, high?: PyDict, isInner = false): boolean {
  if (!isDict(running) || running.size === 0) return false;
  return [...running].every(
    ([tag, state]) => isWell(state, high, isInner) || isMadeUp(tag, running, high),
  );
}

function isWell(state: PyValue, high: PyDict | undefined, isInner: boolean): boolean {
  if (!isDict(state)) return isInner;
  const result = state.get('result');
  return result === undefined ? checkResult(state, high, true) : result !== false;
}

/** Whether states that ran because this one failed have all come out well, and there is one. */
function isMadeUp(tag: PyScalar, running: PyDict, high: PyDict | undefined): boolean {
  const [module, id] = str(tag).split('_|-');
  const results = handlersOf(module, id, high).flatMap(([handler, of]) =>
    [...running].filter(([other]) => str(other).startsWith(`${of}_|-${handler}_|-`)),
  );
  return (
    results.length > 0 &&
    results.every(([, state]) => isDict(state) && state.get('result') === true)
  );
}

function handlersOf(
  module: string | undefined,
  id: string | undefined,
  high: PyDict | undefined,
): [id: string, module: string][] {
  return [...(high ?? [])].flatMap(([handler, body]) => {
    if (isInternal(handler) || handler === id || !isDict(body)) return [];
    return statesOf(body)
      .filter(([, run]) => Array.isArray(run) && handles(run.filter(isDict), module, id))
      .map(([of]): [string, string] => [str(handler), str(of)]);
  });
}

function handles(
  args: readonly PyDict[],
  module: string | undefined,
  id: string | undefined,
): boolean {
  if (!args.some((arg) => arg.get('onfail_stop') === false)) return false;
  const failed = args.flatMap((arg) => arg.get('onfail') ?? []);
  return failed.some((item) => isDict(item) && module !== undefined && item.get(module) === id);
}
