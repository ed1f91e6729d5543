import { unquote } from './unquote.ts';

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

function unquotePlus(text: string): string {
  return unquote(text.replaceAll('+', ' '));
}
