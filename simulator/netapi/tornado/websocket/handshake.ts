import { acceptOf } from '../../websocket/accept-key.ts';
import type { Exchange } from '../exchange.ts';
import type { TornadoRequest } from '../http/tornado-request.ts';
import { errorPage, textReply, type Reply } from '../web/reply.ts';
import { isRefusedOrigin } from './refused-origin.ts';
import { TornadoWebsocket } from './tornado-websocket.ts';

/**
 * Opens a websocket, or says why not: who asks is looked at first, then what is asked for
 * (rest-tornado-wsgi §6.1). Subprotocols and extensions are ignored.
 *
 * @param token the one of the path: no other counts
 * @param onReady called when the client says that it is ready, once
 */
export function openWebsocket(
  exchange: Exchange,
  token: string,
  onReady: (websocket: TornadoWebsocket) => void,
): Reply {
  const { req, server } = exchange;
  const { websocket: behaviour } = server.master.profile.tornado;
  if (server.master.tokens.get(token) === undefined) return errorPage(401);
  if (req.get('Upgrade')?.toLowerCase() !== 'websocket')
    return textReply(400, 'Can "Upgrade" only to "WebSocket".');
  const connection = (req.get('Connection') ?? '').split(',');
  if (!connection.some((word) => word.trim().toLowerCase() === 'upgrade'))
    return textReply(400, '"Connection" must be "Upgrade".');
  if (isRefusedOrigin(exchange)) return textReply(403, 'Cross origin websockets not allowed');
  const version = req.get('Sec-WebSocket-Version') ?? '';
  if (!behaviour.versions.includes(version)) return upgradeRequired(behaviour.versions);
  const key = req.get('Sec-WebSocket-Key') ?? '';
  if (key === '' || (req.get('Host') ?? '') === '')
    return textReply(400, 'Missing/Invalid WebSocket headers');
  const websocket = new TornadoWebsocket(behaviour);
  websocket.onReady = () => onReady(websocket);
  (req as unknown as TornadoRequest).takeOver = (socket, bytes) => websocket.open(socket, bytes);
  return switchingProtocols(key);
}

function upgradeRequired(versions: readonly string[]): Reply {
  const headers = [['Sec-Websocket-Version', versions.join(', ')]] as const;
  return { ...textReply(426, ''), headers };
}

function switchingProtocols(key: string): Reply {
  return {
    status: 101,
    body: '',
    headers: [
      ['Upgrade', 'websocket'],
      ['Connection', 'Upgrade'],
      ['Sec-Websocket-Accept', acceptOf(key)],
    ],
  };
}
