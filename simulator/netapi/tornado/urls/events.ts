import { eventText } from '../../listeners/event-text.ts';
import { isTooSlow } from '../../listeners/slow-listener.ts';
import type { Exchange } from '../exchange.ts';
import { signedIn } from '../pipeline/token-of.ts';
import { connectionHeader, firstHeaders } from '../web/reply.ts';
import { forSignedIn, type Handler } from './handler.ts';
import { runLowstate } from './root.ts';

/** `/events`: the event bus as server-sent events (rest-tornado-wsgi §5). */
export const events: Handler = { GET: forSignedIn(stream), POST: runLowstate };

function stream(exchange: Exchange): undefined {
  const { res, req } = exchange;
  const isChunked = req.httpVersion === '1.1';
  const [connection = ['Connection', 'keep-alive']] = connectionHeader(exchange);
  const head = [
    ...firstHeaders(exchange, 'text/event-stream'),
    ['Cache-Control', 'no-cache'],
    connection,
    ...(isChunked ? [['Transfer-Encoding', 'chunked']] : []),
  ];
  res.writeHead(200, 'OK', head.flat());
  res.write('retry: 400\n');
  listen(exchange);
  return undefined;
}

/**
 * Writes every event, a chunk each. The token is looked at before the next is waited for: one more
 * comes through after it died; then the stream ends, or is silent for good, as the line has it.
 */
function listen(exchange: Exchange): void {
  const { res, server } = exchange;
  const { master } = server;
  const stop = master.events.listen((event) => {
    if (isTooSlow(res)) {
      stop();
      res.destroy();
      return;
    }
    res.write(`tag: ${event.tag}\ndata: ${eventText(event)}\n\n`);
    if (signedIn(exchange) !== undefined) return;
    stop();
    if (master.profile.tornado.endsEvents) res.end();
  });
  res.once('close', stop);
}
