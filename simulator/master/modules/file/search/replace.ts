import { dirname, expectPath, joinPaths } from '../../../../python/posix-path.ts';
import { str } from '../../../../python/repr.ts';
import { PyTypeError } from '../../../../python/type-error.ts';
import { typeName } from '../../../../python/type-name.ts';
import { unifiedDiff } from '../../../../python/unified-diff.ts';
import { isTruthy, type PyValue } from '../../../../python/value.ts';
import type { MachineFiles } from '../../../minion/files/machine-files.ts';
import { MinionError } from '../../minion-error.ts';
import { expandUser } from '../path-argument.ts';
import { compilePattern } from '../pattern.ts';
import { linesOf } from '../text.ts';
import { readFlags } from './flags.ts';
import { isBinary } from './is-binary.ts';
import { substitute } from './substitute.ts';

/** What `file.replace` is asked for, by the names of its arguments. */
export type ReplaceOptions = ReadonlyMap<string, PyValue>;

/**
 * `file.replace`: replaces what a pattern finds in a file, byte by byte (salt.modules.file replace,
 * 3006.28 to 3008.3).
 *
 * @returns whether there is such a place, where nothing but that is asked; else the difference that it
 *   makes, or whether it makes one
 */
export function replaceIn(machine: MachineFiles, options: ReplaceOptions): PyValue {
  const { files } = machine;
  const is = (name: string): boolean => isTruthy(options.get(name));
  const given = expandUser(machine, options.get('path') ?? null);
  const path = files.realpath(given);
  if (!files.exists(path)) {
    if (is('ignore_if_missing')) return false;
    throw refused(`File not found: ${path}`);
  }
  if (files.isDirectory(path) || isBinary(files.read(path)))
    throw refused(`Cannot perform string replacements on a binary file: ${path}`);
  const [appends, prepends] = [is('append_if_not_found'), is('prepend_if_not_found')];
  if (is('search_only') && (appends || prepends))
    throw refused('search_only cannot be used with append/prepend_if_not_found');
  if (appends && prepends)
    throw refused('Only one of append and prepend_if_not_found is permitted');
  const flags = readFlags(options.get('flags') ?? null);
  if (flags.includes('u'))
    throw new MinionError(
      'Exception',
      'cannot use UNICODE flag with a bytes pattern',
      'ValueError',
    );
  const regExp = compilePattern(bytesOf(options.get('pattern') ?? null), `${flags}a`);
  const before = files.read(path);
  const old = before.toString('latin1');
  if (is('search_only')) return old.search(regExp) >= 0;
  const repl = bytesOf(str(options.get('repl') ?? null));
  const template = is('backslash_literal') ? repl.replaceAll('\\', '\\\\') : repl;
  const { text, count } = substitute(regExp, template, old, Number(options.get('count') ?? 0));
  const lines = linesOf(text);
  const content = options.get('not_found_content') ?? null;
  const wanted = isTruthy(content) ? bytesOf(content) : repl;
  if (count === 0 && (appends || prepends) && !hasLine(old, wanted, flags)) {
    if (prepends) lines.unshift(`${wanted}\n`);
    else {
      const last = lines.pop();
      if (last !== undefined) lines.push(last.endsWith('\n') ? last : `${last}\n`);
      lines.push(`${wanted}\n`);
    }
  }
  const difference = unifiedDiff(linesOf(old).map(shown), lines.map(shown));
  if (difference !== '' && !is('dry_run')) {
    if (old === '' && count > 0)
      throw new MinionError('Exception', 'cannot mmap an empty file', 'ValueError');
    const backup = options.get('backup') ?? null;
    if (isTruthy(backup)) keepBackup(machine, given, path, str(backup));
    files.write(path, Buffer.from(lines.join(''), 'latin1'));
  }
  return is('show_changes') ? difference : difference !== '';
}

/** Keeps the file as it was, with its permissions and times; beside a link to it stands a link to that. */
function keepBackup({ files }: MachineFiles, given: string, path: string, suffix: string): void {
  const { mode, atime, mtime } = files.stat(path);
  files.write(`${path}${suffix}`, files.read(path));
  files.chmod(`${path}${suffix}`, mode);
  files.touch(`${path}${suffix}`, { atime, mtime });
  if (!files.isLink(given)) return;
  if (files.lexists(`${given}${suffix}`)) files.unlink(`${given}${suffix}`);
  const target = files.readlink(given);
  if (files.realpath(joinPaths(dirname(given), `${target}${suffix}`)) !== `${given}${suffix}`)
    files.symlink(`${target}${suffix}`, `${given}${suffix}`);
}

function hasLine(text: string, line: string, flags: string): boolean {
  const escaped = line.replace(/[^A-Za-z0-9_]/g, '\\$&');
  return text.search(compilePattern(`^${escaped}($|(?=\r\n))`, `${flags}a`)) >= 0;
}

/** The bytes of a text, each as a character. */
function bytesOf(text: PyValue): string {
  if (typeof text === 'string') return Buffer.from(expectPath(text)).toString('latin1');
  throw new PyTypeError(`expected str, bytes, or bytearray not <class '${typeName(text)}'>`);
}

function shown(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString();
}

function refused(text: string): MinionError {
  return new MinionError('SaltInvocationError', text);
}
