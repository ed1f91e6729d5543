import type { Exchange } from '../exchange.ts';

/**
 * Adds the headers of simple CORS requests, and answers OPTIONS in the handler's place.
 *
 * A preflight on a resource with sessions fails: Salt then touches a session that CherryPy has not
 * opened yet (rest-cherrypy §6; seen on 3006.28, 3007.15 and 3008.3).
 *
 * @throws TypeError for OPTIONS where sessions are on
 */
export function cors(exchange: Exchange): void {
  const { headers, responseHeaders } = exchange;
  responseHeaders.set('Access-Control-Allow-Origin', headerText(headers.get('origin') ?? '*'));
  responseHeaders.set('Access-Control-Expose-Headers', 'GET, POST');
  responseHeaders.set('Access-Control-Allow-Credentials', 'true');
  if (exchange.method !== 'OPTIONS') return;
  const wanted = headers.get('access-control-request-method');
  if (wanted === 'GET' || wanted === 'POST') {
    responseHeaders.set('Access-Control-Allow-Methods', 'GET, POST');
    responseHeaders.set(
      'Access-Control-Allow-Headers',
      'Content-Type, X-Auth-Token, X-Requested-With',
    );
    responseHeaders.set('Connection', 'keep-alive');
    responseHeaders.set('Access-Control-Max-Age', '1400');
  }
  exchange.handler = undefined;
  exchange.status = 200;
  if (exchange.tools.sessions) exchange.requireSession();
}

/** Without control characters, which CherryPy takes out of whatever it sends. */
function headerText(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is meant
  return value.replaceAll(/[\0-\x1f\x7f]/g, '');
}
