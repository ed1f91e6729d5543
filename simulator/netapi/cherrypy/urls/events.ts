import { isHex } from '../../../python/int.ts';
import { eventText } from '../../listeners/event-text.ts';
import type { Exchange } from '../exchange.ts';
import { writeHead } from '../answer/finalize.ts';
import { HTTPError } from '../answer/http-error.ts';
import { encode } from '../pipeline/encode.ts';
import { saveSession } from '../pipeline/sessions.ts';
import { LOWDATA_TOOLS, type Resource } from '../dispatch/resource.ts';
import { isTooSlow } from '../../listeners/slow-listener.ts';

const QUERY_REFUSED =
  'The /events endpoint takes no query parameters; in particular, tokens must not be passed via the query string' +
  " -- they end up in access logs and the Referer header. Use the 'X-Auth-Token' header (for non-browser clients)" +
  ' or the session cookie set by /login (for browser EventSource clients) instead.';

/**
 * `/events`: the event bus as server-sent events (rest-cherrypy §15, real-salt §4).
 *
 * @param takesToken whether the URL may name the session
 */
export function events(takesToken: boolean): Resource {
  return {
    tools: { ...LOWDATA_TOOLS, hypermedia_in: false, hypermedia_out: false, stream: true },
    methods: {
      GET: takesToken
        ? { parameters: ['token'], handle: (exchange, args) => stream(exchange, args.get('token')) }
        : { anyQuery: true, handle: streamEvents },
    },
  };
}

function streamEvents(exchange: Exchange): undefined {
  if (new URLSearchParams(exchange.query).size > 0) throw new HTTPError(400, QUERY_REFUSED);
  return stream(exchange, undefined);
}

/** Streams for the session that the URL names, else for that of header or cookie. */
function stream(exchange: Exchange, named: string | undefined): undefined {
  const token = named ?? exchange.sessionId;
  if (!isValidToken(exchange, token)) throw new HTTPError(401);
  const { responseHeaders, res } = exchange;
  responseHeaders.set('Content-Type', 'text/event-stream;charset=utf-8');
  responseHeaders.set('Cache-Control', 'no-cache');
  responseHeaders.set('Connection', 'keep-alive');
  encode(exchange);
  responseHeaders.set('Vary', 'Accept-Encoding');
  exchange.isTakenOver = true;
  saveSession(exchange);
  writeHead(exchange, exchange.method !== 'HEAD');
  if (exchange.method === 'HEAD') {
    res.end();
    return undefined;
  }
  res.write('retry: 400\n');
  listen(exchange, token);
  return undefined;
}

/**
 * Writes every event from now on, in two chunks each.
 *
 * The token is looked at before waiting for the next event, so one more comes through after it
 * died; then the stream ends, and the connection takes further requests.
 */
function listen(exchange: Exchange, token: string | undefined): void {
  const { res, master } = exchange;
  const stop = master.events.listen((event) => {
    if (isTooSlow(res)) {
      stop();
      res.destroy();
      return;
    }
    res.write(`tag: ${event.tag}\n`);
    res.write(`data: ${eventText(event)}\n\n`);
    if (isValidToken(exchange, token)) return;
    stop();
    res.end();
  });
  res.once('close', stop);
}

/** Whether the token is the id of a session with a living Salt token, or such a token itself. */
function isValidToken({ server, master }: Exchange, token: string | undefined): boolean {
  if (token === undefined || !isHex(token)) return false;
  return master.tokens.get(server.sessions.load(token).token ?? token) !== undefined;
}
