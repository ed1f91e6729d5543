import type { Exchange } from './result.ts';

/** An exchange as a curl line; secrets, which exchanges hold only the beginning of, are left to the reader. */
export function curlLine(base: string, { request }: Exchange): string {
  const headers = request.headers
    .filter(([name]) => !['host', 'content-length'].includes(name.toLowerCase()))
    .map(([name, value]) => `-H ${quote(`${name}: ${value.includes('…') ? '<secret>' : value}`)}`);
  const body = request.body === '' ? [] : [`--data-binary ${quote(request.body)}`];
  return [
    'curl -i',
    `-X ${request.method}`,
    quote(`${base}${request.path}`),
    ...headers,
    ...body,
  ].join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
