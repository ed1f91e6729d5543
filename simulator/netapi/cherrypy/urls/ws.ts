import { eventText } from '../../listeners/event-text.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { encode } from '../pipeline/encode.ts';
import { queryParams } from '../request/query-params.ts';
import { LOWDATA_TOOLS, type HandlerArguments, type Resource } from '../dispatch/resource.ts';
import { SaltInfo } from '../websocket/salt-info.ts';

/**
 * `/ws`: the event bus over a websocket, where ws4py is installed (rest-cherrypy §16; seen with
 * ws4py 0.6.0 on 3006.28, 3007.15 and 3008.3).
 */
export const ws: Resource = {
  tools: {
    ...LOWDATA_TOOLS,
    hypermedia_in: false,
    hypermedia_out: false,
    websocket: true,
    stream: true,
  },
  methods: { GET: { parameters: ['token'], anyQuery: true, handle: openWebsocket } },
};

/**
 * Lets a session listen, named by the URL or else by header or cookie. It is asked for once: a
 * log-out does not end the connection.
 */
function openWebsocket(exchange: Exchange, args: HandlerArguments): undefined {
  const { master, websocket, query } = exchange;
  const saltToken = tokenOf(exchange, args.get('token') ?? '');
  if (saltToken === undefined || master.tokens.get(saltToken) === undefined)
    throw new HTTPError(401);
  encode(exchange);
  if (websocket === undefined) return undefined;
  const isFormatted = queryParams(query).has('format_events');
  websocket.onReady = () => {
    const info = new SaltInfo((text) => websocket.send(text));
    const stop = master.events.listen((event) => {
      if (!isFormatted) websocket.send(`data: ${eventText(event)}\n\n`);
      else if (!info.process(event)) stop();
    });
    websocket.onClosed = stop;
    websocket.onReady = () => undefined;
  };
  return undefined;
}

function tokenOf({ server, session }: Exchange, token: string): string | undefined {
  return token === '' ? session?.token : server.sessions.load(token).token;
}
