import { remember } from './remember.ts';

/** A pattern that Python's `re` would not compile. */
class RegexError extends Error {
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
 * Unicode. Possessive quantifiers, atomic groups and conditionals are refused.
 *
 * @throws RegexError for a pattern that does not compile
 */
export const pyRegExp = remember((pattern: string): RegExp => {
  const { body, flags, isVerbose } = inlineFlags(pattern);
  const spelled = isVerbose ? withoutLayout(body) : body;
  try {
    return new RegExp(`^(?:${translate(spelled, flags.includes('m'))})`, `${flags}u`);
  } catch (cause) {
    throw new RegexError(`Python's re does not take the pattern ${JSON.stringify(pattern)}`, {
      cause,
    });
  }
});

function inlineFlags(pattern: string): { body: string; flags: string; isVerbose: boolean } {
  const match = /^\(\?([aiLmsux]+)\)/.exec(pattern);
  const letters = match?.[1] ?? '';
  return {
    body: pattern.slice(match?.[0].length ?? 0),
    flags: ['i', 'm', 's'].filter((flag) => letters.includes(flag)).join(''),
    isVerbose: letters.includes('x'),
  };
}

/** What a pattern with the flag `x` says without its blanks and comments; those in sets stay. */
function withoutLayout(pattern: string): string {
  return pattern.replace(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|#[^\n]*|\s+/g, (part) =>
    /^[\s#]/.test(part) ? '' : part,
  );
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{N}_',
  s: '\\s\\x1c-\\x1f\\x85',
};

function translate(pattern: string, multiline: boolean): string {
  let source = '';
  let inSet = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    const next = pattern[at + 1];
    if (char === '\\') {
      source += escapeSource(next, inSet);
      at += 1;
    } else if (inSet) {
      if (char === ']') inSet = false;
      source += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inSet = true;
      source += '[';
      if (next === '^') {
        source += '^';
        at += 1;
      }
      if (pattern[at + 1] === ']') {
        source += '\\]';
        at += 1;
      }
    } else if (char === '$') source += multiline ? '$' : '(?=\\n?$(?![^]))';
    else if (char === '(' && pattern.startsWith('(?P', at)) {
      const [text, length] = namedGroup(pattern.slice(at));
      source += text;
      at += length - 1;
    } else if ((char === '{' && !/^\{\d*,?\d*\}/.test(pattern.slice(at))) || char === '}') {
      source += char === '}' && /\{\d*,?\d*$/.test(source) ? '}' : `\\${char}`;
    } else source += char;
  }
  return source;
}

function escapeSource(letter: string | undefined, inSet: boolean): string {
  if (letter === undefined) return '\\';
  if (letter === 'A') return '(?<![^])';
  if (letter === 'Z') return '(?![^])';
  const members = CLASSES[letter.toLowerCase()];
  if (members !== undefined) {
    if (letter === letter.toLowerCase()) return inSet ? members : `[${members}]`;
    return inSet ? `\\${letter}` : `[^${members}]`;
  }
  if (/[a-zA-Z0-9]/.test(letter)) return letter === 'a' ? '\\x07' : `\\${letter}`;
  return /[\^$\\.*+?()[\]{}|/-]/.test(letter) && (letter !== '-' || inSet) ? `\\${letter}` : letter;
}

/** `(?P<name>`, `(?P=name)`. */
function namedGroup(rest: string): [source: string, length: number] {
  const open = /^\(\?P<([A-Za-z_]\w*)>/.exec(rest);
  if (open) return [`(?<${open[1]}>`, open[0].length];
  const back = /^\(\?P=([A-Za-z_]\w*)\)/.exec(rest);
  if (back) return [`\\k<${back[1]}>`, back[0].length];
  return ['(?P', 3];
}
