import { isDict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { readContentType } from '../request/body/content-type.ts';
import { PyException } from '../../../python/exception.ts';

/**
 * Makes low data of the body: a single dict becomes a list of one, and its `arg` a list.
 *
 * @throws PyException where the body of a POST was never parsed, which Salt stumbles over: on `/events`
 */
export function lowdataFmt(exchange: Exchange): void {
  if (!exchange.tools.lowdata_fmt || exchange.method !== 'POST') return;
  if (!exchange.tools.hypermedia_in) throw new PyException('the body was not parsed');
  const { data } = exchange;
  if (!isDict(data) || data.size === 0 || staysAlone(exchange)) {
    exchange.lowstate = data;
    return;
  }
  const arg = data.get('arg');
  if (arg !== undefined && !Array.isArray(arg)) data.set('arg', [arg]);
  exchange.lowstate = [data];
}

/** A single dict that was not sent as a form, where only lists are low data. */
function staysAlone({ headers, master }: Exchange): boolean {
  const type = headers.get('content-type') ?? '';
  return (
    master.profile.cherrypy.loneDict === 'refused' &&
    readContentType(type).value !== 'application/x-www-form-urlencoded'
  );
}
