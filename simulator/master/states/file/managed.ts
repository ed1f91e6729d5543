import { isAbsolute } from '../../../python/posix-path.ts';
import { str } from '../../../python/repr.ts';
import { dict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { checkPerms } from '../../modules/file/check-perms.ts';
import { normalizeMode } from '../../modules/file/mode.ts';
import { MinionError } from '../../modules/minion-error.ts';
import { given, type StateCall } from '../state-function.ts';
import { contentsOf } from './contents.ts';
import { changesTo, manageFile, type ManagedFile } from './manage-file.ts';
import { is, ownerOf, pathOf, wrongOwner } from './outcome.ts';

/** The parameters of `file.managed` that say something here, with their defaults; it takes any other. */
export const MANAGED_PARAMETERS: Readonly<Record<string, PyValue>> = {
  source: null,
  user: null,
  group: null,
  mode: null,
  template: null,
  makedirs: false,
  dir_mode: null,
  context: null,
  replace: true,
  defaults: null,
  show_changes: true,
  create: true,
  contents: null,
  contents_pillar: null,
  contents_grains: null,
  contents_newline: true,
  contents_delimiter: ':',
  allow_empty: true,
  follow_symlinks: true,
  new_file_diff: false,
};

/** `file.managed`: sees to it that a file has a content, an owner and permissions; there is no file server to take one from. */
export function managed(call: StateCall): PyDict {
  const { machine } = call;
  const name = pathOf(call);
  const ret: PyDict = dict({ changes: new Map(), comment: '', name, result: true });
  const fail = (comment: string): PyDict => ret.set('result', false).set('comment', comment);
  if (name === '') return fail('Destination file name is required');
  const keepsMode = str(given(call, 'mode')).toLowerCase() === 'keep';
  const mode = keepsMode ? null : normalizeMode(given(call, 'mode'));
  const contents = contentsOf(call, keepsMode);
  if (contents.wrong !== undefined) return fail(contents.wrong);
  const source = given(call, 'source');
  const hasSource = isTruthy(source);
  const replaces = is(call, 'replace') && (hasSource || contents.text !== null);
  if (call.given.has('file_mode'))
    ret.set('warnings', [
      "The 'file_mode' argument will be ignored.  Please use 'mode' instead to set file permissions.",
    ]);
  const { files } = machine;
  const [user, group] = [ownerOf(call), given(call, 'group')];
  if (!is(call, 'create') && !files.isFile(name))
    return ret.set('comment', `File ${name} is not present and is not set for creation`);
  const wrong = wrongOwner(call, user, group);
  if (wrong !== '') return fail(wrong);
  if (!isAbsolute(name)) return fail(`Specified file ${name} is not an absolute path`);
  if (files.isDirectory(name)) return fail(`Specified target ${name} is a directory`);
  const file: ManagedFile = { name, user, group, mode, content: contents.text };
  if (!replaces && files.exists(name)) return setPerms(call, ret, file);
  if (hasSource && contents.text === null)
    return fail(
      `${call.test ? '' : 'Unable to manage file: '}Source file ${str(source)} not found in saltenv 'base'`,
    );
  if (call.test) {
    const changes = changesTo(call, file);
    if (changes.size === 0) return ret.set('comment', `The file ${name} is in the correct state`);
    return ret
      .set('changes', changes)
      .set('result', null)
      .set(
        'comment',
        `The file ${name} is set to be changed\nNote: No changes made, actual changes may\nbe different due to other states.`,
      );
  }
  try {
    return manageFile(call, ret, file);
  } catch (error) {
    if (!(error instanceof MinionError)) throw error;
    ret.set('changes', new Map());
    return fail(`Unable to manage file: ${error.message}`);
  }
}

/** A file whose content stays as it is. */
function setPerms(call: StateCall, ret: PyDict, file: ManagedFile): PyDict {
  const { name, mode } = file;
  const followsLinks = is(call, 'follow_symlinks');
  const [, was] = checkPerms(call.machine, ret, { ...file, followsLinks, test: call.test });
  const before = was?.get('lmode') ?? null;
  if (call.test)
    ret.set(
      'comment',
      mode !== null && mode !== before
        ? `File ${name} will be updated with permissions ${mode} from its current state of ${str(before)}`
        : `File ${name} not updated`,
    );
  else if (!isTruthy(ret.get('changes')) && isTruthy(ret.get('result')))
    ret.set('comment', `File ${name} exists with proper permissions. No changes made.`);
  return ret;
}
