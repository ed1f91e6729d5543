import { dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { serialised } from '../dispatch/serialised.ts';
import type { Exchange } from '../exchange.ts';
import { asDict, readArguments } from '../pipeline/form-arguments.ts';
import { HTTPError } from '../web/http-error.ts';
import type { Reply } from '../web/reply.ts';
import { forSignedIn, type Handler } from './handler.ts';

const TAG = 'salt/netapi/hook';

/** `/hook`: fires what it is sent as an event (rest-tornado-wsgi §4.7). */
export const hook: Handler = {
  // The method of `/` takes no path, and is called with one, be there one or not.
  GET: () => {
    throw new HTTPError(500);
  },
  POST(exchange, path) {
    const { webhook_disable_auth: isOpen = false } = exchange.server.master.config.rest_tornado;
    return isOpen ? fire(exchange, path) : forSignedIn(fire)(exchange, path);
  },
};

function fire(exchange: Exchange, path = ''): Reply {
  const { payload, query, server, req } = exchange;
  const get = asDict(readArguments(query));
  if (payload === undefined) throw new HTTPError(500);
  const data = dict({ post: payload, get, headers: headersOf(req.rawHeaders) });
  server.master.events.fire(TAG + path, data);
  return serialised(exchange, dict({ success: true }));
}

/** The headers of a request as Tornado names them; of one name with commas between. */
function headersOf(raw: readonly string[]): PyDict {
  const headers = new Map<string, PyValue>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = properName(raw[at] ?? '');
    const value = raw[at + 1] ?? '';
    const before = headers.get(name);
    headers.set(name, typeof before === 'string' ? `${before},${value}` : value);
  }
  return headers;
}

function properName(name: string): string {
  return name
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
    .join('-');
}
