import type { SaltEvent } from '../../../master/event-bus.ts';
import { dumps } from '../../../python/json-dumps.ts';
import { dict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { signedIn } from '../pipeline/token-of.ts';
import { firstHeaders } from '../web/reply.ts';
import { forSignedIn, type Handler } from './handler.ts';
import { runLowstate } from './root.ts';

/** `/events`: the event bus as server-sent events (rest-tornado-wsgi §5). */
export const events: Handler = { GET: forSignedIn(stream), POST: runLowstate };

/** Bytes that may wait for a slow listener before its connection is dropped. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

function stream(exchange: Exchange): undefined {
  const { res, req } = exchange;
  const isChunked = req.httpVersion !== '1.0';
  const head = [
    ...firstHeaders(exchange, 'text/event-stream'),
    ['Cache-Control', 'no-cache'],
    ['Connection', 'keep-alive'],
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
    if (res.writableLength > MOST_WAITING_BYTES) {
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

/** An event as listeners get it. */
export function eventText({ data, tag }: SaltEvent): string {
  return dumps(dict({ data, tag }));
}
