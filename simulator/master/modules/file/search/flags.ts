import { str } from '../../../../python/repr.ts';
import type { PyValue } from '../../../../python/value.ts';
import { MinionError } from '../../minion-error.ts';

/** The flags of Python's `re`: number and letter by name. */
const FLAGS: Readonly<Record<string, readonly [bit: number, letter: string]>> = {
  IGNORECASE: [2, 'i'],
  LOCALE: [4, 'L'],
  MULTILINE: [8, 'm'],
  DOTALL: [16, 's'],
  UNICODE: [32, 'u'],
  VERBOSE: [64, 'x'],
  ASCII: [256, 'a'],
};

/** Names of one letter; DOTALL is S and VERBOSE is X. */
const SHORT: Readonly<Record<string, string>> = {
  A: 'ASCII',
  I: 'IGNORECASE',
  L: 'LOCALE',
  M: 'MULTILINE',
  S: 'DOTALL',
  U: 'UNICODE',
  X: 'VERBOSE',
};

/**
 * Flags as Salt takes them, a number, a name or names, as letters.
 *
 * @throws MinionError for what names no flag
 */
export function readFlags(flags: PyValue): string {
  if (typeof flags === 'number' || typeof flags === 'boolean') return lettersOf(Number(flags));
  const names = typeof flags === 'string' ? [flags] : flags;
  if (!Array.isArray(names))
    throw new MinionError(
      'CommandExecutionError',
      `Invalid re flags: "${str(flags)}", must be given either as a single flag string, a list of strings, as an integer, or as an re flag`,
    );
  return names.map(letterOf).join('');
}

function letterOf(name: PyValue): string {
  const upper = str(name).toUpperCase();
  const [, letter] = FLAGS[SHORT[upper] ?? upper] ?? [];
  if (letter !== undefined) return letter;
  throw new MinionError('CommandExecutionError', `Invalid re flag given: ${str(name)}`);
}

function lettersOf(number: number): string {
  return Object.values(FLAGS)
    .filter(([bit]) => (number & bit) !== 0)
    .map(([, letter]) => letter)
    .join('');
}
