import { reprTuple } from '../../../python/repr.ts';
import { acceptElements } from '../request/accept-elements.ts';
import { breakDown } from '../answer/break-down.ts';
import { resourceAt, type UrlMap } from '../dispatch/dispatch.ts';
import type { Exchange } from '../exchange.ts';
import { mediaPaths } from '../static/media-paths.ts';

/**
 * Gives whoever takes HTML the page of the `app` option, whatever they asked for: the request goes
 * on as a GET of the app's path (rest-cherrypy §5.3; seen on 3008.3).
 *
 * Exactly `*` + `/*` is let through, since that is what command-line clients send.
 */
export function htmlOverride(exchange: Exchange, urls: UrlMap): void {
  const { headers, path, master } = exchange;
  const { app } = master.config.rest_cherrypy;
  if (app === undefined) return;
  const { appPath, staticPath } = mediaPaths(master.config.rest_cherrypy);
  if (path.startsWith(appPath) || path.startsWith(staticPath)) return;
  const accept = headers.get('accept');
  if (accept === '*/*' || !takesHtml(accept)) return;
  if (resourceAt(path, urls).resource?.tools.stream)
    breakDown(
      exchange,
      `cherrypy._cperror.InternalRedirect: ${reprTuple([appPath, ''])}`,
      NO_RESPONSE,
    );
  else exchange.redirectWithin(appPath);
}

/** Where a stream was asked for, CherryPy trips over the response that there is not yet. */
const NO_RESPONSE = "AttributeError: 'AppResponse' object has no attribute 'iter_response'";

/** Media ranges that HTML falls into. */
const HTML = ['*/*', 'text/*', 'text/html'];

function takesHtml(accept: string | undefined): boolean {
  try {
    const elements = acceptElements(accept);
    return elements.length === 0 || elements.some(({ value, q }) => q > 0 && HTML.includes(value));
  } catch {
    // A header that cannot be read is somebody else's to refuse.
    return false;
  }
}
