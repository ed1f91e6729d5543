import type { PyDict } from '../../../../python/value.ts';
import type { MinionFunctions } from './minion-functions.ts';

/**
 * Has the commands of `check_cmd` decide how a state went, whatever its function says: the first
 * that fails makes it fail, and none at all does too (state.py _run_check_cmd, 3006.28 to 3008.3).
 */
export function checkCmd(low: PyDict, result: PyDict, functions: MinionFunctions): void {
  const told = low.get('check_cmd');
  if (told === undefined) return;
  const commands = Array.isArray(told) ? told : [told];
  const isWell = (): boolean =>
    commands.every((command) => functions.retcodeOf(command, new Map()) === 0);
  const succeeded = commands.length > 0 && isWell();
  result.set('result', succeeded);
  for (const key of ['__sls__', '__id__', 'name']) result.set(key, low.get(key) ?? null);
  if (commands.length === 0) return;
  const outcome = succeeded ? 'succeeded' : 'failed';
  result.set('comment', `check_cmd determined the state ${outcome}`);
}
