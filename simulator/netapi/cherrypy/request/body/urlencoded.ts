import { expectDecodable } from './decode-entity.ts';

/**
 * Reads a form as CherryPy does where no tool of Salt does it: `&` and `;` part fields.
 *
 * @throws HTTPError 400 where the fields are in none of the charsets
 */
export function processUrlencoded(body: Buffer, charsets: readonly string[]): void {
  const fields = body
    .toString('latin1')
    .split(/[&;]/)
    .filter((field) => field !== '')
    .map(unquoted);
  expectDecodable(fields, charsets);
}

/** The bytes of a field; whether `+` is a blank makes no difference to whether they can be decoded. */
function unquoted(field: string): Buffer {
  const text = field.replaceAll(/%([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  );
  return Buffer.from(text, 'latin1');
}
