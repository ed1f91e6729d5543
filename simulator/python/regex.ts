import { remember } from './remember.ts';

/** A pattern that Python's `re` would not compile. */
export class RegexError extends Error {
  override readonly name = 'RegexError';
}

/** Whether Python's `re.match` finds the pattern at the start of the text; one that does not compile is found nowhere. */
export function pyMatchIfValid(pattern: string, text: string): boolean {
  try {
    return pyRegExp(pattern).test(text);
  } catch (error) {
    if (error instanceof RegexError) return false;
    throw error;
  }
}

/** Whether Python's `re` would compile the pattern. */
export function isValidPattern(pattern: string): boolean {
  try {
    pyRegExp(pattern);
    return true;
  } catch (error) {
    if (error instanceof RegexError) return false;
    throw error;
  }
}

/**
 * The pattern as a regular expression anchored where Python's `re.match` starts.
 *
 * Named groups, `\A`, `\Z` and inline flags at the start are translated; `$` also matches before a
 * newline at the end, as in Python. `\d`, `\w` and `\s` match ASCII plus letters and digits of
 * Unicode. Possessive quantifiers, atomic groups, conditionals and flags of a group are refused.
 *
 * @throws RegexError for a pattern that does not compile
 */
export const pyRegExp = remember((pattern: string): RegExp => compile(pattern, '', '^'));

/**
 * The pattern as a regular expression that finds all its places, as Python's `re.finditer` does.
 *
 * @param flags letters of Python's flags; `a` for what is found in bytes, of which each is a character
 * @throws RegexError for a pattern that does not compile
 */
export function pySearchRegExp(pattern: string, flags = ''): RegExp {
  return compile(pattern, flags, '');
}

function compile(pattern: string, flags: string, anchor: '^' | ''): RegExp {
  const [head = '', inner = ''] = /^\(\?([aiLmsux]+)\)/.exec(pattern) ?? [];
  const letters = inner + flags;
  const body = pattern.slice(head.length);
  const spelled = letters.includes('x') ? withoutLayout(body) : body;
  const own = `${letters.includes('i') ? 'i' : ''}${anchor === '' ? 'g' : ''}u`;
  try {
    return new RegExp(`${anchor}(?:${translate(spelled, letters)})`, own);
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof RegexError)) throw cause;
    throw new RegexError(`Python's re does not take the pattern ${JSON.stringify(pattern)}`, {
      cause,
    });
  }
}

/** What a pattern with the flag `x` says without its blanks and comments; those in sets stay. */
function withoutLayout(pattern: string): string {
  return pattern.replace(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|#[^\n]*|\s+/g, (part) =>
    /^[\s#]/.test(part) ? '' : part,
  );
}

/** What each class holds, by its letter. */
type Classes = Readonly<Record<string, string>>;

const CLASSES: Classes = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{N}_',
  s: '\\s\\x1c-\\x1f\\x85',
};

const ASCII_CLASSES: Classes = { d: '0-9', w: 'A-Za-z0-9_', s: ' \\t\\n\\r\\f\\v' };

/** A pattern in JavaScript's spelling, under these of Python's flags. */
function translate(pattern: string, flags: string): string {
  const places = flags.includes('m') ? PLACES.ofLines : PLACES.ofText;
  const dot = flags.includes('s') ? '[^]' : '[^\\n]';
  const classes = flags.includes('a') ? ASCII_CLASSES : CLASSES;
  let source = '';
  /** What closes each open group. */
  const open: string[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    const rest = pattern.slice(at);
    let read = char;
    if (char === '\\') {
      read = rest.slice(0, 2);
      source += escapeSource(rest[1], false, classes);
    } else if (char === '[') {
      const set = setSource(rest, classes);
      read = set.read;
      source += set.source;
    } else if (char === '(') {
      const group = groupSource(rest);
      read = group.read;
      source += group.source;
      if (group.close !== '') open.push(group.close);
    } else if (char === ')') {
      const close = open.pop();
      if (close === undefined) throw new RegexError('unbalanced parenthesis');
      source += close;
    } else if (char === '{') {
      const count = countSource(rest);
      read = count.read;
      source += count.source;
    } else if (char === '^' || char === '$') source += places[char];
    else if (char === '.') source += dot;
    else source += char === ']' || char === '}' ? `\\${char}` : char;
    at += read.length - 1;
  }
  return source;
}

/** What `^` and `$` find, of the whole text and under the flag `m`; JavaScript knows more ends of lines. */
const PLACES = {
  ofText: { '^': '(?<![^])', $: '(?=\\n?(?![^]))' },
  ofLines: { '^': '(?<![^\\n])', $: '(?![^\\n])' },
} as const;

/** A piece of a pattern, and what stands for it in JavaScript. */
interface Piece {
  readonly read: string;
  readonly source: string;
}

/** A set to its end, as far as it has one; the first character of a set may be a `]`. */
function setSource(rest: string, classes: Classes): Piece {
  const head = /^\[\^?\]?/.exec(rest)?.[0] ?? '[';
  let source = head.replace(']', '\\]');
  for (let at = head.length; at < rest.length; at++) {
    const char = rest[at] ?? '';
    if (char === ']') return { read: rest.slice(0, at + 1), source: `${source}]` };
    if (char === '\\') {
      source += escapeSource(rest[at + 1], true, classes);
      at += 1;
    } else source += char === '[' ? '\\[' : char;
  }
  return { read: rest, source };
}

/** How often something stands: `{2}`, `{2,}`, `{,3}`; any other brace is a character. */
function countSource(rest: string): Piece {
  const [read, least, more] = /^\{(\d*)(,\d*)?\}/.exec(rest) ?? [];
  if (read === undefined || read === '{}') return { read: '{', source: '\\{' };
  return { read, source: `{${least || '0'}${more ?? ''}}` };
}

/** The beginning of a group, and what closes it; one that looks around may be repeated in Python. */
function groupSource(rest: string): Piece & { readonly close: string } {
  const [around] = /^\(\?<?[=!]/.exec(rest) ?? [];
  if (around?.includes('<') === true && !hasFixedWidth(rest.slice(around.length)))
    throw new RegexError('look-behind requires fixed-width pattern');
  if (around !== undefined) return { read: around, source: `(?:${around}`, close: '))' };
  const [named, name] = /^\(\?P<([A-Za-z_]\w*)>/.exec(rest) ?? [];
  if (named !== undefined) return { read: named, source: `(?<${name}>`, close: ')' };
  const [back, of] = /^\(\?P=([A-Za-z_]\w*)\)/.exec(rest) ?? [];
  if (back !== undefined) return { read: back, source: `\\k<${of}>`, close: '' };
  const [comment] = /^\(\?#[^)]*\)/.exec(rest) ?? [];
  if (comment !== undefined) return { read: comment, source: '', close: '' };
  const [plain = '('] = /^\(\?:/.exec(rest) ?? [];
  if (plain === '(' && rest[1] === '?') throw new RegexError('unknown extension');
  return { read: plain, source: plain, close: ')' };
}

/** Whether nothing up to the end of a group may stand more or less often. */
function hasFixedWidth(rest: string): boolean {
  const text = rest.replace(/\\[^]|\[\^?\]?[^\]]*\]/g, 'x');
  const end = text.indexOf(')');
  const body = end < 0 ? text : text.slice(0, end);
  const widths = new Set(body.split('|').map((choice) => choice.length));
  return widths.size === 1 && !/[*+?]|\{\d*,/.test(body);
}

function escapeSource(letter: string | undefined, inSet: boolean, classes: Classes): string {
  if (letter === undefined) return '\\';
  if (letter === 'A') return '(?<![^])';
  if (letter === 'Z') return '(?![^])';
  const members = classes[letter.toLowerCase()];
  if (members !== undefined) {
    if (letter === letter.toLowerCase()) return inSet ? members : `[${members}]`;
    return inSet ? `\\${letter}` : `[^${members}]`;
  }
  if (/[a-zA-Z0-9]/.test(letter)) return letter === 'a' ? '\\x07' : `\\${letter}`;
  return /[\^$\\.*+?()[\]{}|/-]/.test(letter) && (letter !== '-' || inSet) ? `\\${letter}` : letter;
}
