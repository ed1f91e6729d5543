import { TextDecoder } from 'node:util';
import { repr } from '../../../../python/repr.ts';
import { HTTPError } from '../../answer/http-error.ts';
import { PyException } from '../../../../python/exception.ts';

/**
 * Expects that one of the charsets fits every piece of an entity; what they say is of no use here.
 *
 * @throws HTTPError 400 where none does
 * @throws PyException for a charset that nobody knows, as CherryPy fails on it
 */
export function expectDecodable(pieces: readonly Buffer[], charsets: readonly string[]): void {
  if (charsets.some((charset) => pieces.every((piece) => isIn(charset, piece)))) return;
  throw new HTTPError(
    400,
    `The request entity could not be decoded. The following charsets were attempted: ${repr([...charsets])}`,
  );
}

/** The charsets to try: the one that the content type names, then the standard ones. */
export function charsetsOf(
  parameters: ReadonlyMap<string, string>,
  standard: readonly string[],
): readonly string[] {
  const named = parameters.get('charset') ?? '';
  if (named === '') return standard;
  return [named, ...standard.filter((charset) => charset !== named)];
}

/**
 * Whether Python's `bytes.decode` would take the bytes.
 *
 * @throws PyException for an unknown charset
 */
function isIn(charset: string, bytes: Buffer): boolean {
  const name = charset.toLowerCase().replaceAll('_', '-');
  if (/^(?:iso-?8859-?1|latin-?1|l1|cp819)$/.test(name)) return true;
  if (/^(?:us-)?ascii$/.test(name)) return bytes.every((byte) => byte <= 0x7f);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    throw new PyException(`unknown encoding: ${charset}`);
  }
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
