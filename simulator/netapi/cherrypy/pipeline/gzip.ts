import { gzipSync } from 'node:zlib';
import { acceptElements } from '../request/accept-elements.ts';
import { setErrorPage } from '../answer/set-error-page.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';

const COMPRESSED_TYPES = ['text/html', 'text/plain'];

/**
 * Compresses HTML and plain text for clients that take gzip; other bodies stay as they are.
 *
 * A client that takes neither gzip nor plain bytes gets a 406, whatever was done for it
 * (rest-cherrypy §2.5).
 */
export function gzip(exchange: Exchange): void {
  const { responseHeaders } = exchange;
  responseHeaders.set('Vary', 'Accept-Encoding');
  // A stream is compressed before anybody knows whether something comes.
  if (exchange.body.length === 0 && !exchange.tools.stream) return;
  const codings = acceptElements(exchange.headers.get('accept-encoding'));
  if (codings.length === 0) return;
  for (const { value, q } of codings) {
    if (value === 'identity' && q !== 0) return;
    if (value !== 'gzip' && value !== 'x-gzip') continue;
    const [type = ''] = (responseHeaders.get('Content-Type') ?? '').split(';');
    if (q === 0 || !COMPRESSED_TYPES.includes(type)) return;
    responseHeaders.set('Content-Encoding', 'gzip');
    responseHeaders.delete('Content-Length');
    exchange.body = compressed(exchange.body);
    return;
  }
  setErrorPage(exchange, new HTTPError(406, 'identity, gzip'));
}

/** CherryPy writes the head of the archive itself, and claims neither a level nor a system. */
function compressed(body: Parameters<typeof gzipSync>[0]): Buffer {
  const archive = gzipSync(body, { level: 5 });
  archive.set([0x00, 0xff], 8);
  return archive;
}
