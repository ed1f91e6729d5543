import { repr } from './repr.ts';

/** What Python's `http.cookies` makes of a Cookie header it refuses; the message is Python's. */
export class CookieError extends Error {
  override readonly name = 'CookieError';
}

/** Names that are attributes of the cookie before them; those that need no value are flags. */
const ATTRIBUTES: readonly string[] = [
  'expires',
  'path',
  'comment',
  'domain',
  'max-age',
  'secure',
  'httponly',
  'version',
  'samesite',
];
const FLAGS: readonly string[] = ['secure', 'httponly'];

/** What a name is read from, and what it may hold once it is read: fewer characters. */
const NAME = String.raw`[\w!#%&'~\`><@,:/$*+\-.^|)(?}{=]+?`;
const LEGAL_NAME = /^[\w!#$%&'*+\-.^`|~:]+$/;
const SPACE = String.raw`[ \t\n\r\f\v]`;
const DATE = String.raw`\w{3},${SPACE}(?:[\w-]|${SPACE}){9,11}${SPACE}[\d:]{8}${SPACE}GMT`;
const VALUE = String.raw`"(?:[^\\"]|\\.)*"|${DATE}|[\w!#%&'~\`><@,:/$*+\-.^|)(?}{=[\]]*`;

/**
 * The cookies of a Cookie header by name, as Python's `SimpleCookie.load` reads them (3.11).
 *
 * Of cookies of one name the last counts. A name without a value, or an attribute before any
 * cookie, makes the whole header count for nothing; at what is no cookie at all reading ends.
 *
 * @throws CookieError for a name with a character that cookies may not have, and for an attribute that none has
 */
export function parseCookies(header: string): ReadonlyMap<string, string> {
  const part = new RegExp(
    `${SPACE}*(${NAME})(?:${SPACE}*=${SPACE}*(${VALUE}))?${SPACE}*(?:${SPACE}+|;|$)`,
    'y',
  );
  const found: [kind: 'cookie' | 'attribute', name: string, value: string][] = [];
  let hasCookie = false;
  for (let match = part.exec(header); match !== null; match = nextMatch(part, header)) {
    const [, name = '', value] = match;
    if (name.startsWith('$')) {
      if (hasCookie) found.push(['attribute', name.slice(1), '']);
    } else if (ATTRIBUTES.includes(name.toLowerCase())) {
      const isComplete = value !== undefined || FLAGS.includes(name.toLowerCase());
      if (!hasCookie || !isComplete) return new Map();
    } else if (value === undefined) {
      return new Map();
    } else {
      found.push(['cookie', name, unquote(value)]);
      hasCookie = true;
    }
  }
  return new Map(found.filter(isCookie).map(([, name, value]) => [name, value]));
}

function nextMatch(part: RegExp, header: string): RegExpExecArray | null {
  return part.lastIndex < header.length ? part.exec(header) : null;
}

function isCookie([kind, name]: readonly ['cookie' | 'attribute', string, string]): boolean {
  if (kind === 'cookie') {
    if (LEGAL_NAME.test(name)) return true;
    throw new CookieError(`Illegal key ${repr(name)}`);
  }
  const attribute = name.toLowerCase();
  if (ATTRIBUTES.includes(attribute)) return false;
  throw new CookieError(`Invalid attribute ${repr(attribute)}`);
}

/** Takes the quotes off a value, and what is escaped within them: `\"`, or `\054` by its octal code. */
function unquote(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value
    .slice(1, -1)
    .replace(/\\(?:([0-3][0-7][0-7])|(.))/g, (_all, octal: string | undefined, char: string) =>
      octal === undefined ? char : String.fromCodePoint(Number.parseInt(octal, 8)),
    );
}
