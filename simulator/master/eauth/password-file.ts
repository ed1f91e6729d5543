import { createHash } from 'node:crypto';
import { integerOf } from '../../python/int.ts';
import { strip, words } from '../../python/strip.ts';
import { getOr, type PyDict, type PyValue } from '../../python/value.ts';

/** What Salt's hashutil.digest can make of a text. */
const DIGESTS: readonly PyValue[] = ['md5', 'sha256', 'sha512'];

/** The file that the back end `file` asks for passwords, undefined where it names none. */
export function passwordFileName(backend: PyDict | null): PyValue | undefined {
  return backend?.get('^filename');
}

/** How a back end `file` reads its file: the options that begin with `^`. */
interface Format {
  /** Undefined for any white space. */
  readonly separator: string | undefined;
  readonly username: number;
  readonly password: number;
  readonly hashtype: PyValue;
}

/**
 * Whether a user's password stands in the text of a password file, as the back end `file` reads it.
 *
 * A line that lacks one of the two fields ends the search, be it an empty one, and so does the first
 * line of the user (auth/file.py; asked of 3006.28, 3007.15 and 3008.3, which agree).
 *
 * @param text undefined for a file that is not there or not in UTF-8
 */
export function standsInFile(
  backend: PyDict,
  text: string | undefined,
  username: PyValue,
  password: PyValue,
): boolean {
  const format = formatOf(backend);
  if (format === undefined || text === undefined) return false;
  for (const line of linesOf(text)) {
    const whole = strip(line);
    const { separator } = format;
    const fields = separator === undefined ? words(whole) : whole.split(separator);
    const name = fields.at(format.username - 1);
    const stored = fields.at(format.password - 1);
    if (name === undefined || stored === undefined) return false;
    if (name === username) return isPassword(stored, password, format.hashtype);
  }
  return false;
}

/** Undefined where Salt fails on the options, and lets nobody in. */
function formatOf(backend: PyDict): Format | undefined {
  if ([...backend.keys()].some((key) => typeof key !== 'string')) return undefined;
  // Salt hands every option on by its name, where these two would stand twice.
  if (backend.has('^username') || backend.has('^password')) return undefined;
  if (getOr(backend, '^filetype', 'text') !== 'text') return undefined;
  const separator = getOr(backend, '^field_separator', ':');
  const username = integerOf(getOr(backend, '^username_field', 1));
  const password = integerOf(getOr(backend, '^password_field', 2));
  if (username === undefined || password === undefined) return undefined;
  if (separator !== null && (typeof separator !== 'string' || separator === '')) return undefined;
  const hashtype = getOr(backend, '^hashtype', 'plaintext');
  return { separator: separator ?? undefined, username, password, hashtype };
}

/** Python's lines of a file: an end of line at the very end begins no further one. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function isPassword(stored: string, password: PyValue, hashtype: PyValue): boolean {
  if (typeof password !== 'string') return false;
  if (hashtype === 'plaintext') return stored === password;
  if (typeof hashtype !== 'string' || !DIGESTS.includes(hashtype)) return false;
  return stored === createHash(hashtype).update(password).digest('hex');
}
