import { lookup } from 'mime-types';

/** The types of files that Salt has much of (raas §7), by the end of their name. */
const TYPES = new Map([
  ['sls', 'text/x-yaml'],
  ['yaml', 'text/x-yaml'],
  ['yml', 'text/x-yaml'],
  ['py', 'text/x-python'],
  ['json', 'application/json'],
]);

const TEXT = 'text/plain';
const BINARY = 'binary/octet-stream';

/** Whether contents of this type travel as they are, not as base64 (raas §7). */
export function isText(content_type: string): boolean {
  return content_type.startsWith('text/');
}

/** Whether a text is base64 of something. */
export function isBase64(contents: string): boolean {
  return contents.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(contents);
}

/** The type of a file that its saver did not tell: what its name says, where the contents allow it. */
export function guessedType(path: string, contents: string): string {
  const named = typeByName(path.slice(path.lastIndexOf('/') + 1));
  return isText(named) || isBase64(contents) ? named : TEXT;
}

function typeByName(name: string): string {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const known = TYPES.get(end);
  if (known !== undefined) return known;
  const type = lookup(name);
  if (type === false || isText(type)) return type || TEXT;
  return BINARY;
}
