import { str } from '../../../python/repr.ts';
import type { PyValue } from '../../../python/value.ts';
import type { FileTree } from '../../minion/files/file-tree.ts';
import { MinionError } from '../minion-error.ts';

/** A mode as Salt writes it, `0644`; null where there is none (salt.utils.files.normalize_mode). */
export function normalizeMode(mode: PyValue): string | null {
  if (mode === null) return null;
  const digits = str(mode)
    .replaceAll('0o', '0')
    .replace(/^"+|"+$/g, '');
  return digits
    .replace(/^'+|'+$/g, '')
    .replace(/^0+/, '')
    .padStart(4, '0');
}

/** The permissions of something, as Salt writes them. */
export function shownMode(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

/** Gives a file other permissions; answers a text where the mode is none. */
export function setMode(files: FileTree, path: string, mode: PyValue): string {
  const digits = str(mode).replace(/^[0Oo]+/, '') || '0';
  if (!files.exists(path))
    throw new MinionError('CommandExecutionError', `${path}: File not found`);
  if (!/^\s*[+-]?[0-7]+(?:_[0-7]+)*\s*$/.test(digits)) return `Invalid Mode ${digits}`;
  files.chmod(path, Number.parseInt(digits.trim().replaceAll('_', ''), 8));
  return shownMode(files.stat(path).mode);
}
