import { MinionError } from '../../minion-error.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** A text with a pattern's places replaced, and how many there were. */
export interface Substituted {
  readonly text: string;
  readonly count: number;
}

/**
 * Python's `re.subn`.
 *
 * @param most how many places are replaced at the most; 0 for all
 * @throws MinionError for a template that Python does not take
 */
export function substitute(
  regExp: RegExp,
  template: string,
  text: string,
  most: number,
): Substituted {
  let count = 0;
  const replaced = text.replace(regExp, (...found: unknown[]) => {
    const match = String(found[0]);
    if (most !== 0 && count >= most) return match;
    count += 1;
    const place = found.findIndex((item) => typeof item === 'number');
    const groups = found.slice(0, place) as (string | undefined)[];
    const named = (found[place + 2] ?? {}) as Readonly<Record<string, string | undefined>>;
    return expanded(template, groups, named);
  });
  return { text: replaced, count };
}

/** A template with what groups have found: `\1`, `\g<1>`, `\g<name>`. */
function expanded(
  template: string,
  groups: readonly (string | undefined)[],
  named: Readonly<Record<string, string | undefined>>,
): string {
  return template.replace(
    /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[1-3][0-7]{2})|(\d{1,2})|([^]|$))/g,
    (_, name?: string, octal?: string, digits?: string, letter?: string, at = 0) => {
      if (name !== undefined && !/^\d+$/.test(name)) {
        if (Object.hasOwn(named, name)) return named[name] ?? '';
        const message = `unknown group name '${name}'`;
        throw new MinionError('Exception', message, 'IndexError');
      }
      const number = name ?? digits;
      if (number !== undefined) {
        const index = Number(number);
        if (index < groups.length) return groups[index] ?? '';
        const position = Number(at) + (name === undefined ? 1 : 3);
        throw badTemplate(`invalid group reference ${index} at position ${position}`);
      }
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (letter === undefined || letter === '')
        throw badTemplate(`bad escape (end of pattern) at position ${String(at)}`);
      const escaped = ESCAPES[letter];
      if (escaped !== undefined) return escaped;
      if (!/[A-Za-z]/.test(letter)) return `\\${letter}`;
      if (letter === 'g' && template[Number(at) + 2] === '<')
        throw badTemplate(`missing >, unterminated name at position ${Number(at) + 3}`);
      throw badTemplate(`bad escape \\${letter} at position ${String(at)}`);
    },
  );
}

function badTemplate(message: string): MinionError {
  return new MinionError('Exception', message, 're.error');
}
