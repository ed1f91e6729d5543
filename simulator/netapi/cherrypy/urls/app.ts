import type { Exchange } from '../exchange.ts';
import { notFound } from '../dispatch/dispatch.ts';
import { NO_TOOLS, type Resource } from '../dispatch/resource.ts';
import { serveFile } from '../static/serve-file.ts';

/**
 * `app_path` and everything below: the page of the option `app` (rest-cherrypy §18).
 *
 * Without the option it would be a page that Salt's packages from PyPI do not carry, so it is not
 * found (real-salt §4; seen on 3006.28, 3007.15 and 3008.3).
 */
export const app: Resource = {
  tools: NO_TOOLS,
  methods: { GET: { anyPath: true, handle: servePage } },
};

/** A page is encoded, which tells its charset and leaves its length to the end of the head. */
function servePage(exchange: Exchange): undefined {
  const { app: page } = exchange.master.config.rest_cherrypy;
  if (page === undefined || !serveFile(exchange, page)) throw notFound(exchange);
  const { responseHeaders } = exchange;
  const type = responseHeaders.get('Content-Type') ?? '';
  if (type.startsWith('text/')) responseHeaders.set('Content-Type', `${type};charset=utf-8`);
  responseHeaders.delete('Content-Length');
  return undefined;
}
