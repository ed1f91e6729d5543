import { dict, type PyDict } from '../../../python/value.ts';
import { OsError } from '../../minion/files/os-error.ts';
import { removePath } from '../../modules/file/remove-path.ts';
import { stateResult, type StateCall } from '../state-function.ts';
import { failed, pathOf, wrongName } from './outcome.ts';

/** `file.absent`: sees to it that nothing is at a path. */
export function absent(call: StateCall): PyDict {
  const { files } = call.machine;
  const name = pathOf(call);
  const wrong = wrongName(name, 'absent');
  if (wrong !== undefined) return wrong;
  if (name === '/') return failed(name, 'Refusing to make "/" absent');
  const isFile = files.isFile(name) || files.isLink(name);
  if (!isFile && !files.isDirectory(name))
    return stateResult(name, true, `File ${name} is not present`);
  const what = isFile ? 'File' : 'Directory';
  const changes = dict({ removed: name });
  if (call.test) return stateResult(name, null, `${what} ${name} is set for removal`, changes);
  try {
    removePath(files, name);
  } catch (error) {
    if (!(error instanceof OsError)) throw error;
    return failed(name, `Could not remove '${name}': ${error.message}`);
  }
  return stateResult(name, true, `Removed ${what.toLowerCase()} ${name}`, changes);
}
