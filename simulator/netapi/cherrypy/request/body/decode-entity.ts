import { TextDecoder } from 'node:util';
import { repr } from '../../../../python/repr.ts';
import { HTTPError } from '../../answer/http-error.ts';

/**
 * Decodes what an entity holds by the first charset that fits.
 *
 * @param decode gives undefined for bytes that the charset has no characters for
 * @throws HTTPError 400 where none fits
 * @throws TypeError for a charset that nobody knows, as CherryPy fails on it
 */
export function decodeBy(
  charsets: readonly string[],
  decode: (charset: string) => string | undefined,
): void {
  if (charsets.some((charset) => decode(charset) !== undefined)) return;
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
 * Python's `bytes.decode`; undefined where it would raise UnicodeDecodeError.
 *
 * @throws TypeError for an unknown charset
 */
export function decodeBytes(bytes: Buffer, charset: string): string | undefined {
  const name = charset.toLowerCase().replaceAll('_', '-');
  if (/^(?:iso-?8859-?1|latin-?1|l1|cp819)$/.test(name)) return bytes.toString('latin1');
  if (/^(?:us-)?ascii$/.test(name))
    return bytes.some((byte) => byte > 0x7f) ? undefined : bytes.toString('latin1');
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  } catch {
    throw new TypeError(`unknown encoding: ${charset}`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
