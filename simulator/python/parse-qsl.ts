/**
 * The fields of a form body as Python's `urllib.parse.parse_qsl` reads it: `+` is a blank, blank
 * values are dropped, fields without `=` too, and bytes that are no UTF-8 become U+FFFD.
 */
export function parseQsl(body: string): [name: string, value: string][] {
  const fields: [string, string][] = [];
  for (const field of body.split('&')) {
    const equals = field.indexOf('=');
    if (equals < 0 || equals === field.length - 1) continue;
    fields.push([unquotePlus(field.slice(0, equals)), unquotePlus(field.slice(equals + 1))]);
  }
  return fields;
}

/** A percent sign without two hexadecimal digits stays as it is. */
function unquotePlus(text: string): string {
  const blanks = text.replaceAll('+', ' ');
  return blanks.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
