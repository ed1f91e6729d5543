import { parseInteger } from '../../../python/int.ts';
import type { Exchange } from '../exchange.ts';
import { acceptOf } from '../../websocket/accept-key.ts';
import { HandshakeError } from './handshake-error.ts';
import { SynchronizingWebsocket } from './synchronizing-websocket.ts';

/** The versions that ws4py speaks. */
const WS_VERSIONS = [8, 13];

/**
 * Checks a websocket handshake in ws4py's order and prepares the answer to it; the headers stay on
 * whatever the answer becomes (ws4py 0.6.0, cherrypyserver.py). Subprotocols and extensions are
 * ignored.
 *
 * @throws HandshakeError on which CherryPy answers 500
 */
export function websocketUpgrade(exchange: Exchange): void {
  if (!exchange.tools.websocket) return;
  const { headers, responseHeaders } = exchange;
  if (exchange.method !== 'GET') throw new HandshakeError('HTTP method must be a GET');
  for (const [name, expected] of [
    ['upgrade', 'websocket'],
    ['connection', 'upgrade'],
  ] as const) {
    if (!(headers.get(name) ?? '').toLowerCase().includes(expected))
      throw new HandshakeError(`Illegal value for header ${name}`);
  }
  const version = parseInteger(headers.get('sec-websocket-version') ?? '');
  if (version === undefined || !WS_VERSIONS.includes(version)) {
    responseHeaders.set('Sec-Websocket-Version', WS_VERSIONS.join(', '));
    throw new HandshakeError('Unhandled or missing WebSocket version');
  }
  const key = headers.get('sec-websocket-key');
  if (key !== undefined && key !== '' && decodedLength(key) !== 16)
    throw new HandshakeError("WebSocket key's length is invalid");
  exchange.status = 101;
  responseHeaders.set('Content-Type', 'text/plain;charset=utf-8');
  responseHeaders.set('Upgrade', 'websocket');
  responseHeaders.set('Connection', 'Upgrade');
  responseHeaders.set('Sec-Websocket-Version', String(version));
  // Only now, where there is no key at all: an empty one is good enough.
  if (key === undefined) throw new HandshakeError('WebSocket key is missing');
  responseHeaders.set('Sec-Websocket-Accept', acceptOf(key));
  exchange.websocket = new SynchronizingWebsocket();
}

/** The length of what base64 stands for; undefined where Python cannot read it. */
function decodedLength(key: string): number | undefined {
  // Python skips what is no base64, and insists on the padding.
  const [data = ''] = key.replaceAll(/[^A-Za-z0-9+/=]/g, '').split('=');
  const padding = (4 - (data.length % 4)) % 4;
  const hasPadding = key.replaceAll(/[^=]/g, '').length >= padding;
  return padding === 3 || !hasPadding ? undefined : Buffer.from(data, 'base64').length;
}
