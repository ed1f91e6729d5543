import { str } from '../../../python/repr.ts';
import { isTruthy, PyFloat, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import type { MachineFiles } from '../../minion/files/machine-files.ts';
import { OsError } from '../../minion/files/os-error.ts';
import { MinionError } from '../minion-error.ts';

/**
 * Makes a file where there is none, and sets its times; answers whether it is there then
 * (salt.modules.file touch, 3006.28 to 3008.3).
 */
export function touchFile(
  { files }: MachineFiles,
  path: string,
  atime: PyValue,
  mtime: PyValue,
): boolean {
  try {
    if (!files.exists(path)) files.write(path, Buffer.alloc(0));
    const times = { atime: microseconds(atime), mtime: microseconds(mtime) };
    files.touch(path, {
      ...(times.atime !== undefined && { atime: times.atime }),
      ...(times.mtime !== undefined && { mtime: times.mtime }),
    });
  } catch (error) {
    if (error instanceof OsError) throw new MinionError('CommandExecutionError', error.strerror);
    throw error;
  }
  return files.exists(path);
}

function microseconds(time: PyValue): number | undefined {
  if (time === null) return undefined;
  const digits = isTruthy(time) && /^\d+$/.test(str(time)) ? Number(str(time)) : time;
  const seconds = digits instanceof PyFloat ? digits.value : digits;
  if (typeof seconds === 'number') return Math.round(seconds * MICROSECONDS);
  if (typeof seconds === 'boolean') return Number(seconds) * MICROSECONDS;
  throw new MinionError('SaltInvocationError', 'atime and mtime must be integers');
}
