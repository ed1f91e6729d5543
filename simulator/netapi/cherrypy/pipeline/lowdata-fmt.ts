import { isDict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';

/** Makes low data of the body: a single dict becomes a list of one, and its `arg` a list. */
export function lowdataFmt(exchange: Exchange): void {
  if (!exchange.tools.lowdata_fmt || exchange.method !== 'POST') return;
  const { data } = exchange;
  if (!isDict(data) || data.size === 0) {
    exchange.lowstate = data;
    return;
  }
  const arg = data.get('arg');
  if (arg !== undefined && !Array.isArray(arg)) data.set('arg', [arg]);
  exchange.lowstate = [data];
}
