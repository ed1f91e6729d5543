import { createHash } from 'node:crypto';
import { str } from '../../../../python/repr.ts';
import type { PyValue } from '../../../../python/value.ts';
import { MICROSECONDS } from '../../../clock.ts';
import { sizeOf } from '../../../minion/files/inode.ts';
import { OsError } from '../../../minion/files/os-error.ts';
import type { ExecutionCall } from '../../function.ts';
import { removePath } from '../remove-path.ts';
import { TYPE_LETTERS, type Found } from './found.ts';

/** What is done with something that was found; what it gives is answered, unless it is undefined. */
export type Action = (found: Found) => PyValue | undefined;

/** Makes an action of the value of an option. */
type ReadAction = (value: PyValue, call: ExecutionCall, isTest: boolean) => Action;

/** What each option does that does something. */
export const ACTIONS: ReadonlyMap<string, ReadAction> = new Map<string, ReadAction>([
  ['print', (value, call) => printing(wordsOf(value), call)],
  ['delete', (_, call, isTest) => (found) => (isTest ? found.path : removed(call, found.path))],
  // A machine without commands fails at each of them.
  ['exec', () => (found) => `${found.path}: Failed`],
]);

/** Answers what is asked for of a file, in a list where that is not one thing. */
export function printing(asked: readonly string[], call: ExecutionCall): Action {
  return (found) => {
    const results = asked
      .map((what) => figureOf(found, what, call))
      .filter((figure) => figure !== undefined);
    const [only] = results;
    return results.length === 1 && only !== undefined ? only : results;
  };
}

function wordsOf(value: PyValue): string[] {
  const words = str(value)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return words.length === 0 ? ['path'] : words;
}

function figureOf(
  { path, name, inode }: Found,
  what: string,
  { memory: { accounts } }: ExecutionCall,
): PyValue | undefined {
  switch (what) {
    case 'path':
      return path;
    case 'name':
      return name;
    case 'size':
      return sizeOf(inode);
    case 'type':
      return TYPE_LETTERS[inode.kind];
    case 'mode':
      return inode.mode & 0o777;
    case 'mtime':
      return Math.floor(inode.mtime / MICROSECONDS);
    case 'user':
      return accounts.userName(inode.uid) ?? inode.uid;
    case 'group':
      return accounts.groupName(inode.gid) ?? inode.gid;
    case 'md5':
      return inode.kind === 'file' ? createHash('md5').update(inode.content).digest('hex') : '';
    default:
      return undefined;
  }
}

function removed({ memory: { files } }: ExecutionCall, path: string): PyValue | undefined {
  try {
    removePath(files, path);
    return path;
  } catch (error) {
    if (error instanceof OsError) return undefined;
    throw error;
  }
}
