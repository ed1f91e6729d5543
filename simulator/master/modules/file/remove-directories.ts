import { integerOf } from '../../../python/int.ts';
import { joinPaths } from '../../../python/posix-path.ts';
import { isTruthy, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { OsError } from '../../minion/files/os-error.ts';
import { walk } from '../../minion/files/walk.ts';
import type { ExecutionCall } from '../function.ts';

const DAY = 86_400;

/** What came of taking directories away. */
export interface RemovedDirectories {
  readonly deleted: string[];
  /** Each a path and why it is still there. */
  readonly errors: string[][];
  readonly result: boolean;
}

/**
 * Takes away a directory that is empty.
 *
 * @param recurses whether those in it go first
 * @param olderThan a number of days: younger ones are left alone
 */
export function removeDirectories(
  call: ExecutionCall,
  path: string,
  recurses: boolean,
  olderThan: PyValue,
): RemovedDirectories {
  const { files } = call.memory;
  const deleted: string[] = [];
  const errors: string[][] = [];
  const since = isTruthy(olderThan) ? (integerOf(olderThan) ?? 0) * DAY : undefined;
  const isOld = (directory: string): boolean =>
    since === undefined || files.stat(directory).mtime < call.clock.now() - since * MICROSECONDS;
  const remove = (directory: string): boolean => {
    try {
      files.rmdir(directory);
    } catch (error) {
      if (!(error instanceof OsError)) throw error;
      errors.push([directory, error.message]);
      return false;
    }
    return deleted.push(directory) > 0;
  };
  const inner = recurses ? [...walk(files, path)].toReversed() : [];
  for (const { path: above, directories } of inner)
    for (const name of directories)
      if (isOld(joinPaths(above, name))) remove(joinPaths(above, name));
  const isClear = recurses && errors.length === 0;
  if (!isOld(path)) return { deleted, errors, result: isClear };
  return { deleted, errors, result: remove(path) && (isClear || !recurses) };
}
