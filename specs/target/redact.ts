import type { Header } from '../../report/result.ts';

const SECRET_HEADERS = ['x-auth-token', 'authorization', 'cookie', 'set-cookie'];

/** Headers with their secrets cut short. */
export function redactHeaders(headers: readonly Header[]): Header[] {
  return headers.map(([name, value]) =>
    SECRET_HEADERS.includes(name.toLowerCase()) ? [name, redactHex(value)] : [name, value],
  );
}

/** A body with passwords and tokens cut short, whatever its format. */
export function redactBody(body: string): string {
  return redactHex(body)
    .replace(/("(?:password|sharedsecret|key)"\s*:\s*)"(?:[^"\\]|\\.)*"/g, '$1"…"')
    .replace(/((?:^|&)password=)[^&]*/g, '$1…')
    .replace(/^(\s*-?\s*password:).*$/gm, '$1 …');
}

/** Session ids and eauth tokens are runs of hex digits; their first four tell them apart. */
function redactHex(text: string): string {
  return text.replace(/(?<![0-9a-fA-F])([0-9a-f]{4})[0-9a-f]{28,124}(?![0-9a-fA-F])/g, '$1…');
}
