import { argument } from '../../../../python/argument.ts';
import { fnmatch } from '../../../../python/fnmatch.ts';
import { expectPath } from '../../../../python/posix-path.ts';
import { str } from '../../../../python/repr.ts';
import { signature } from '../../../../python/signature.ts';
import { PyTypeError } from '../../../../python/type-error.ts';
import { isTruthy, type PyValue } from '../../../../python/value.ts';
import type { ExecutionCall, ExecutionModule } from '../../function.ts';
import { pathArgument } from '../path-argument.ts';
import { compilePattern } from '../pattern.ts';
import { linesOf, textOf } from '../text.ts';
import { grep } from './grep.ts';
import { changeLine } from './line.ts';
import { replaceIn } from './replace.ts';

/** Functions of `file` that look for something in a file, and replace it (salt.modules.file). */
export const SEARCH: ExecutionModule = {
  contains: {
    signature: signature('contains', ['path', 'text']),
    doc: 'Answers whether a file contains a text, white space around it aside.',
    run: (call) => {
      const text = str(argument(call, 'text')).trim();
      return isInFile(call, (content) => content.includes(text));
    },
  },
  contains_regex: {
    signature: signature('contains_regex', ['path', 'regex'], { lchar: '' }),
    doc: 'Answers whether a line of a file matches a pattern, after characters at its begin are taken away.',
    run: (call) => {
      const [regex, lchar] = [argument(call, 'regex'), argument(call, 'lchar')];
      return isInFile(call, (content) => {
        const regExp = compilePattern(expectPattern(regex));
        return linesOf(content).some((line) => stripLeft(line, lchar).search(regExp) >= 0);
      });
    },
  },
  contains_glob: {
    signature: signature('contains_glob', ['path', 'glob_expr']),
    doc: 'Answers whether a glob matches all of a file.',
    run: (call) => {
      const pattern = argument(call, 'glob_expr');
      return isInFile(call, (content) => fnmatch(content, expectPath(pattern)));
    },
  },
  search: {
    signature: signature('search', ['path', 'pattern'], {
      flags: 8,
      bufsize: 1,
      ignore_if_missing: false,
      multiline: false,
    }),
    doc: 'Answers whether a pattern finds anything in a file.',
    run: (call) => {
      const options = new Map(call.arguments.named).set('search_only', true);
      const flags = argument(call, 'flags');
      if (isTruthy(argument(call, 'multiline'))) options.set('flags', withMultiline(flags));
      return replaceIn(call.memory, options);
    },
  },
  replace: {
    signature: signature('replace', ['path', 'pattern', 'repl'], {
      count: 0,
      flags: 8,
      bufsize: 1,
      append_if_not_found: false,
      prepend_if_not_found: false,
      not_found_content: null,
      backup: '.bak',
      dry_run: false,
      search_only: false,
      show_changes: true,
      ignore_if_missing: false,
      preserve_inode: true,
      backslash_literal: false,
      encoding: null,
    }),
    doc: 'Replaces what a pattern finds in a file and answers the difference.',
    run: (call) => replaceIn(call.memory, call.arguments.named),
  },
  line: {
    signature: signature('line', ['path'], {
      content: null,
      match: null,
      mode: null,
      location: null,
      before: null,
      after: null,
      show_changes: true,
      backup: false,
      quiet: false,
      indent: true,
    }),
    doc: 'Inserts, ensures, replaces or deletes a line of a file and answers the difference.',
    run: changeLine,
  },
  grep: {
    signature: signature('grep', ['path', 'pattern'], {}, { varargs: true }),
    doc: 'Answers the lines of a file that a pattern finds, as the command grep does.',
    run: grep,
  },
};

/** Whether something holds for what is in a file; nothing does for one that is empty or no file. */
function isInFile(call: ExecutionCall, holds: (content: string) => boolean): boolean {
  const path = pathArgument(call);
  const { files } = call.memory;
  if (!files.isFile(path)) return false;
  const content = textOf(files.read(path));
  return content !== '' && holds(content);
}

function withMultiline(flags: PyValue): PyValue {
  if (typeof flags === 'number') return flags | 8;
  return [...(Array.isArray(flags) ? flags : [flags]), 'MULTILINE'];
}

function expectPattern(regex: PyValue): string {
  if (typeof regex === 'string') return regex;
  throw new PyTypeError('first argument must be string or compiled pattern');
}

/** Python's `lstrip` of these characters. */
function stripLeft(line: string, chars: PyValue): string {
  if (!isTruthy(chars)) return line;
  let at = 0;
  while (at < line.length && str(chars).includes(line[at] ?? '')) at += 1;
  return line.slice(at);
}
