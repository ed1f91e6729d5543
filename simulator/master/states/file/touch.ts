import { dirname } from '../../../python/posix-path.ts';
import { str } from '../../../python/repr.ts';
import { dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { makeParents } from '../../modules/file/make-directories.ts';
import { statsOf } from '../../modules/file/stats.ts';
import { touchFile } from '../../modules/file/touch-file.ts';
import { given, type StateCall } from '../state-function.ts';
import { is, pathOf, wrongName } from './outcome.ts';

/** `file.touch`: sees to it that there is a file, and sets its times. */
export function touch(call: StateCall): PyDict {
  const { machine, test } = call;
  const name = pathOf(call);
  const wrong = wrongName(name, 'touch');
  const ret: PyDict = dict({ name, changes: new Map() });
  const add = (result: PyValue, comment: string, changes: PyDict = new Map()): PyDict =>
    ret.set('result', result).set('comment', comment).set('changes', changes);
  if (wrong !== undefined) return add(false, str(wrong.get('comment') ?? null));
  const isThere = machine.files.exists(name);
  if (test) {
    if (!isThere) return add(null, `File ${name} is set to be created`, dict({ new: name }));
    const stats = statsOf(machine, name, { followsLinks: false });
    const differs = ['atime', 'mtime'].some((key) => {
      const time = given(call, key);
      return time !== null && str(time) !== str(stats.get(key) ?? null);
    });
    return differs
      ? add(null, `Times set to be updated on file ${name}`, dict({ touched: name }))
      : add(true, `File ${name} exists and has the correct times`, dict({ new: name }));
  }
  if (is(call, 'makedirs')) makeParents(machine, name, { user: null, group: null, mode: null });
  if (!machine.files.isDirectory(dirname(name)))
    return add(false, `Directory not present to touch file ${name}`);
  touchFile(machine, name, given(call, 'atime'), given(call, 'mtime'));
  if (!isThere) return add(true, `Created empty file ${name}`, dict({ new: name }));
  const what = machine.files.isDirectory(name) ? 'directory' : 'file';
  return add(true, `Updated times on ${what} ${name}`, dict({ touched: name }));
}
