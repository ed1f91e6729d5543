import { remember } from './remember.ts';

/** Whether the whole name matches a glob, as Python's `fnmatchcase`: `*`, `?`, `[seq]`, `[!seq]`, no escapes. */
export function fnmatch(name: string, pattern: string): boolean {
  return globRegExp(pattern).test(name);
}

/** The glob as a regular expression, for matching many names. */
export const globRegExp = remember((pattern: string): RegExp => {
  const chars = Array.from(pattern);
  let source = '';
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '*') source += '[^]*';
    else if (char === '?') source += '[^]';
    else if (char === '[') {
      const end = endOfSet(chars, at);
      if (end === undefined) {
        source += '\\[';
        continue;
      }
      source += setSource(chars.slice(at + 1, end));
      at = end;
    } else source += escapeLiteral(char);
  }
  return new RegExp(`^(?:${source.replace(/(\[\^\]\*)+/g, '[^]*')})$`, 'u');
});

/** Where the `]` of a set stands that begins here; the first character of a set may be a `]`. */
function endOfSet(chars: readonly string[], start: number): number | undefined {
  let at = start + 1;
  if (chars[at] === '!') at += 1;
  if (chars[at] === ']') at += 1;
  while (at < chars.length && chars[at] !== ']') at += 1;
  return at < chars.length ? at : undefined;
}

function setSource(set: readonly string[]): string {
  const negated = set[0] === '!';
  const members = rangesOf(negated ? set.slice(1) : set);
  if (members.length === 0) return negated ? '[^]' : '(?!)';
  const body = members
    .map(([from, to]) => escapeMember(from) + (from === to ? '' : `-${escapeMember(to)}`))
    .join('');
  return `[${negated ? '^' : ''}${body}]`;
}

/** The ranges of a set; one that runs backwards, like `z-a`, holds nothing. */
function rangesOf(set: readonly string[]): [from: string, to: string][] {
  const ranges: [string, string][] = [];
  for (let at = 0; at < set.length; at++) {
    const from = set[at] ?? '';
    const to = set[at + 1] === '-' ? set[at + 2] : undefined;
    if (to === undefined) {
      ranges.push([from, from]);
      continue;
    }
    if ((from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0)) ranges.push([from, to]);
    at += 2;
  }
  return ranges;
}

function escapeLiteral(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}

function escapeMember(char: string): string {
  return /[\\\]^[-]/.test(char) ? `\\${char}` : char;
}
