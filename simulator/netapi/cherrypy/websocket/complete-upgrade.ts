import type { CherootRequest } from '../cheroot/cheroot-request.ts';
import type { Exchange } from '../exchange.ts';

/**
 * Has the connection handed over to the websocket when the answer is out, whatever it has become
 * meanwhile, a 401 too: only a crash leaves the connection with HTTP.
 */
export function completeUpgrade({ websocket, req, status, body }: Exchange): void {
  if (websocket === undefined) return;
  (req as unknown as CherootRequest).takeOver = (socket) => {
    // Node sends no body with a 101; CherryPy does, if only the empty archive that gzip makes of nothing.
    if (status === 101 && body.length > 0) socket.write(body);
    websocket.open(socket);
  };
}
