import type { Exchange } from '../exchange.ts';
import { Redirect } from '../answer/redirect.ts';

/**
 * Sends a request for the root of a mounted API to the path with a slash at its end.
 *
 * @throws Redirect
 */
export function trailingSlash({ path, mount, query, headers, req }: Exchange): void {
  if (path !== '') return;
  const host = headers.get('host') || (req.socket.localAddress ?? '');
  const scheme = 'encrypted' in req.socket ? 'https' : 'http';
  throw new Redirect(301, `${scheme}://${host}${mount}/${query === '' ? '' : `?${query}`}`);
}
