import { argument } from '../../../../python/argument.ts';
import { str } from '../../../../python/repr.ts';
import { dict, type PyDict } from '../../../../python/value.ts';
import { glob } from '../../../minion/files/glob.ts';
import type { ExecutionCall } from '../../function.ts';
import { MinionError } from '../../minion-error.ts';
import { pathArgument } from '../path-argument.ts';
import { extendedSource } from './posix-pattern.ts';

/** The process id that every command has. */
const PID = 4242;

/** Options of the command that are known, by their letters; the others are refused. */
const LONG: Readonly<Record<string, string>> = {
  'extended-regexp': 'E',
  'fixed-strings': 'F',
  'basic-regexp': 'G',
  'ignore-case': 'i',
  'invert-match': 'v',
  'word-regexp': 'w',
  'line-regexp': 'x',
  count: 'c',
  'files-with-matches': 'l',
  'files-without-match': 'L',
  quiet: 'q',
  silent: 'q',
  'no-messages': 's',
  'line-number': 'n',
  'with-filename': 'H',
  'no-filename': 'h',
  'only-matching': 'o',
};

const LETTERS = new Set(Object.values(LONG));

/**
 * `file.grep`: what the command grep writes, as `cmd.run_all` answers it (salt.modules.file grep,
 * GNU grep 3.8).
 */
export function grep(call: ExecutionCall): PyDict {
  const { files } = call.memory;
  const given = pathArgument(call);
  const pattern = str(argument(call, 'pattern'));
  const found = glob(files, given);
  const paths = found.length === 0 ? [given] : found;
  const options = optionsOf(call.arguments.varargs.map(str));
  const odd = options.find((letter) => !LETTERS.has(letter));
  if (odd !== undefined) return answer(call, 2, [], [invalidOption(odd)]);
  const is = (letter: string): boolean => options.includes(letter);
  const regExp = regExpOf(pattern, is);
  const [lines, errors]: [string[], string[]] = [[], []];
  let isFound = false;
  for (const path of paths) {
    if (!files.isFile(path)) {
      const why = files.exists(path) ? 'Is a directory' : 'No such file or directory';
      if (!is('s')) errors.push(`grep: ${path}: ${why}`);
      continue;
    }
    const shown = (text: string): string =>
      (paths.length > 1 && !is('h')) || is('H') ? `${path}:${text}` : text;
    const all = files.read(path).toString().replace(/\n$/, '').split('\n');
    const hits = files.read(path).length === 0 ? [] : [...all.entries()];
    const matching = hits.filter(([, line]) => line.search(regExp) >= 0 !== is('v'));
    if (matching.length > 0) isFound = true;
    if (is('q')) continue;
    if (is('l') || is('L')) {
      if (matching.length > 0 === is('l')) lines.push(path);
    } else if (is('c')) lines.push(shown(String(matching.length)));
    else
      for (const [at, line] of matching) {
        const pieces = is('o') ? (line.match(regExp) ?? []) : [line];
        for (const piece of pieces) lines.push(shown(is('n') ? `${at + 1}:${piece}` : piece));
      }
  }
  return answer(call, errors.length > 0 ? 2 : isFound ? 0 : 1, lines, errors);
}

function answer(
  call: ExecutionCall,
  retcode: number,
  lines: readonly string[],
  errors: readonly string[],
): PyDict {
  call.setRetcode(retcode);
  const [stdout, stderr] = [lines.join('\n'), errors.join('\n')];
  return dict({ pid: PID, retcode, stdout, stderr });
}

/** @throws MinionError for several options in one text */
function optionsOf(given: readonly string[]): string[] {
  return given.flatMap((option) => {
    if (option.trim().split(/\s+/).length > 1)
      throw new MinionError(
        'SaltInvocationError',
        `Passing multiple command line arguments in a single string is not supported, please pass the following arguments separately: ${option}`,
      );
    if (option.startsWith('--')) return [LONG[option.slice(2)] ?? option.slice(2)];
    return Array.from(option.replace(/^-/, ''));
  });
}

function invalidOption(option: string): string {
  const usage =
    "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.";
  return option.length === 1
    ? `grep: invalid option -- '${option}'\n${usage}`
    : `grep: unrecognized option '--${option}'\n${usage}`;
}

function regExpOf(pattern: string, is: (letter: string) => boolean): RegExp {
  const source = pattern
    .split('\n')
    .map((line) =>
      is('F') ? line.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : extendedSource(line, is('E')),
    )
    .join('|');
  const bounded = is('x') ? `^(?:${source})$` : is('w') ? `\\b(?:${source})\\b` : source;
  return new RegExp(bounded, is('i') ? 'gi' : 'g');
}
