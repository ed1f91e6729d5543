import { pySearchRegExp, RegexError } from '../../../python/regex.ts';
import { MinionError } from '../minion-error.ts';

/**
 * A pattern as Python's `re.compile` reads it, to be found anywhere in a text.
 *
 * @param flags letters of Python's flags
 * @throws MinionError for one that does not compile, as Python raises it
 */
export function compilePattern(pattern: string, flags = ''): RegExp {
  try {
    return pySearchRegExp(pattern, flags);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new MinionError('Exception', faultOf(pattern), 're.error');
  }
}

/** What Python says of the first fault of a pattern that JavaScript does not take either. */
export function faultOf(pattern: string): string {
  const open: number[] = [];
  let canRepeat = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '\\') {
      if (at + 1 === pattern.length) return `bad escape (end of pattern) at position ${at}`;
      at += 1;
    } else if (char === '[') {
      const [set] = /^\[\^?\]?(?:\\[^]|[^\]\\])*\]/.exec(pattern.slice(at)) ?? [];
      if (set === undefined) return `unterminated character set at position ${at}`;
      at += set.length - 1;
    } else if (char === '(') open.push(at);
    else if (char === ')' && open.pop() === undefined)
      return `unbalanced parenthesis at position ${at}`;
    else if (/[*+?]/.test(char) && !canRepeat && pattern[at - 1] !== '(')
      return `nothing to repeat at position ${at}`;
    canRepeat = !/[(|^]/.test(char);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return `missing ), unterminated subpattern at position ${unclosed}`;
  return 'unknown extension';
}
