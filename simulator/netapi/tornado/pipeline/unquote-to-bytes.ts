/** A text of a form as bytes (each a Latin-1 character): `+` is a blank, `%xx` a byte. */
export function unquoteToBytes(text: string): string {
  return Buffer.from(text.replaceAll('+', ' '), 'utf8')
    .toString('latin1')
    .replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
