import { escapeHtml } from '../../../python/escape-html.ts';
import type { Exchange } from '../exchange.ts';
import type { Redirect } from './redirect.ts';

/** Headers that describe a body, which a 304 has none of. */
const OF_BODY = [
  'Allow',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Content-Location',
  'Content-Md5',
  'Content-Type',
  'Expires',
  'Last-Modified',
];

/** Puts a redirection in place of whatever the answer was going to be. */
export function setRedirect(exchange: Exchange, { status, location }: Redirect): void {
  const { responseHeaders } = exchange;
  exchange.status = status;
  if (status === 304) {
    for (const name of OF_BODY) responseHeaders.delete(name);
    exchange.body = '';
    return;
  }
  responseHeaders.set('Content-Type', 'text/html;charset=utf-8');
  responseHeaders.set('Location', location);
  exchange.body = `This resource has permanently moved to <a href=${attribute(location)}>${escapeHtml(location)}</a>.`;
}

/** Python's `quoteattr`. */
function attribute(text: string): string {
  const escaped = escapeHtml(text);
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '&quot;')}"` : `'${escaped}'`;
}
