/** What an entry of a directory says of itself, by attribute in lower case. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** Whether an entry is wanted. */
export type LdapFilter = (entry: Attributes) => boolean;

/**
 * Reads a filter as LDAP has them: `(&(objectClass=person)(cn=a*))`, with and, or, not, equality,
 * presence and stars.
 *
 * @throws SyntaxError for what is none
 */
export function readLdapFilter(text: string): LdapFilter {
  const { filter, end } = readAt(text.trim(), 0, 0);
  if (end !== text.trim().length) throw new SyntaxError(`something follows the filter at ${end}`);
  return filter;
}

/** How deep filters may be in each other. */
const DEEPEST = 100;

interface Read {
  readonly filter: LdapFilter;
  readonly end: number;
}

function readAt(text: string, at: number, depth: number): Read {
  if (depth > DEEPEST) throw new SyntaxError(`it is deeper than ${DEEPEST} filters at ${at}`);
  if (text[at] !== '(') throw new SyntaxError(`a bracket is missing at ${at}`);
  const operator = text[at + 1] ?? '';
  if (!'&|!'.includes(operator) || operator === '') return readComparison(text, at);
  const filters: LdapFilter[] = [];
  let end = at + 2;
  while (text[end] === '(') {
    const part = readAt(text, end, depth + 1);
    filters.push(part.filter);
    end = part.end;
  }
  if (text[end] !== ')') throw new SyntaxError(`a bracket is not closed at ${end}`);
  if (operator === '!' && filters.length !== 1)
    throw new SyntaxError(`not takes one filter, at ${at}`);
  return { filter: combined(operator, filters), end: end + 1 };
}

function combined(operator: string, filters: readonly LdapFilter[]): LdapFilter {
  if (operator === '&') return (entry) => filters.every((filter) => filter(entry));
  if (operator === '|') return (entry) => filters.some((filter) => filter(entry));
  return (entry) => !filters.some((filter) => filter(entry));
}

function readComparison(text: string, at: number): Read {
  const [whole, name = '', value = ''] = /^\(([\w;.-]+)=([^()]*)\)/.exec(text.slice(at)) ?? [];
  if (whole === undefined) throw new SyntaxError(`no comparison stands at ${at}`);
  const parts = value.toLowerCase().split('*');
  const filter: LdapFilter = (entry) =>
    (entry[name.toLowerCase()] ?? []).some((given) => isMadeOf(given.toLowerCase(), parts));
  return { filter, end: at + whole.length };
}

/** Whether a text is these parts, in order, with anything between them. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.endsWith(last) && text.length - last.length >= at;
}
