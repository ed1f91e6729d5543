import { parseInteger } from '../../../python/int.ts';
import { dirname, normalPath, splitPath } from '../../../python/posix-path.ts';
import { repr, str } from '../../../python/repr.ts';
import { isTruthy, type PyValue } from '../../../python/value.ts';
import type { MachineFiles } from '../../minion/files/machine-files.ts';
import { MinionError } from '../minion-error.ts';
import { checkPerms } from './check-perms.ts';
import { normalizeMode } from './mode.ts';

/** Whom a new directory belongs to, and what may be done with it; null stands for any. */
export interface Ownership {
  readonly user: PyValue;
  readonly group: PyValue;
  readonly mode: PyValue;
}

/** Makes a directory and those above it, where it is not there (salt.modules.file mkdir). */
export function makeDirectory(machine: MachineFiles, path: string, ownership: Ownership): void {
  const directory = normalPath(path);
  if (!machine.files.isDirectory(directory)) makeWithPerms(machine, directory, ownership);
}

/**
 * Makes the directory that a path is in (salt.modules.file makedirs_).
 *
 * @returns a text where there is something already
 */
export function makeParents(
  machine: MachineFiles,
  path: string,
  ownership: Ownership,
): string | null {
  const { files } = machine;
  const mode = isTruthy(ownership.mode) ? normalizeMode(ownership.mode) : ownership.mode;
  const directory = normalPath(dirname(path));
  if (files.isDirectory(directory)) return `Directory '${directory}' already exists`;
  if (files.exists(directory))
    return `The path '${directory}' already exists and is not a directory`;
  const missing: string[] = [];
  for (let above = directory; !files.isDirectory(above); above = dirname(above)) {
    if (above === dirname(above))
      throw new MinionError(
        'SaltInvocationError',
        `Recursive creation for path '${above}' would result in an infinite loop. Please use an absolute path.`,
      );
    missing.unshift(above);
  }
  for (const path of missing) makeDirectory(machine, path, { ...ownership, mode });
  return null;
}

/** Makes a directory that is not there, and those above it (salt.modules.file makedirs_perms). */
export function makeWithPerms(machine: MachineFiles, name: string, ownership: Ownership): void {
  const { files } = machine;
  const parts = splitPath(name);
  const [head, tail] = parts[1] === '' ? splitPath(parts[0]) : parts;
  if (head !== '' && tail !== '' && !files.exists(head)) {
    makeWithPerms(machine, head, ownership);
    if (tail === '.') return;
  }
  files.mkdir(name);
  const { user, group, mode } = ownership;
  const perms = { name, user, group, mode: isTruthy(mode) ? expectNumber(mode) : null };
  checkPerms(machine, null, { ...perms, followsLinks: false, test: false });
}

/** @throws MinionError for a mode that Python's `int` does not read */
function expectNumber(mode: PyValue): number {
  const text = str(mode);
  const number = parseInteger(text);
  if (number !== undefined) return number;
  const message = `invalid literal for int() with base 10: ${repr(text)}`;
  throw new MinionError('Exception', message, 'ValueError');
}
