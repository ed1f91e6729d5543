/**
 * Python's `urllib.parse.unquote`: a percent sign without two hexadecimal digits stays as it is, and
 * bytes that are no UTF-8 become U+FFFD.
 */
export function unquote(text: string): string {
  return text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
