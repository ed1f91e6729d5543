import { str } from '../../../python/repr.ts';
import { dict, isTruthy, type PyDict } from '../../../python/value.ts';
import { replaceIn } from '../../modules/file/search/replace.ts';
import { stateResult, type StateCall } from '../state-function.ts';
import { failed, is, pathOf, wrongName } from './outcome.ts';

/** `file.replace`: replaces what a pattern finds in a file. */
export function replace(call: StateCall): PyDict {
  const name = pathOf(call);
  const wrong = wrongName(name, 'replace');
  if (wrong !== undefined) return wrong;
  if (!call.machine.files.exists(name))
    return is(call, 'ignore_if_missing')
      ? stateResult(name, true, 'No changes needed to be made')
      : failed(name, `${name}: file not found`);
  const options = new Map([...call.given].map(([key, value]) => [str(key), value]));
  options.set('path', name).set('dry_run', call.test);
  const diff = replaceIn(call.machine, options);
  if (!isTruthy(diff)) return stateResult(name, true, 'No changes needed to be made');
  return call.test
    ? stateResult(name, null, 'Changes would have been made', dict({ diff }))
    : stateResult(name, true, 'Changes were made', dict({ diff }));
}
