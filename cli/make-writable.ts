import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  EROFS: 'its file system is read-only',
};

/**
 * Makes a directory that files can be written into, before the work is done that fills it.
 *
 * @param flag the flag that names it, for the message
 * @throws UsageError where that cannot be
 */
export function makeWritable(directory: string, flag: string): void {
  try {
    makeDirectory(directory);
    accessSync(directory, constants.W_OK);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new UsageError(
      `${flag} names ${directory}, which cannot be written into: ${REASONS[code] ?? message}. Name another directory.`,
      { cause },
    );
  }
}

/** Makes a directory and those above it, one by one: Node's own way never ends below /proc. */
function makeDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  if (!existsSync(directory)) makeDirectory(dirname(directory));
  mkdirSync(directory);
}
