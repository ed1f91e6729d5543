import { dict, isDict } from '../../../python/value.ts';
import { disbatch } from '../dispatch/disbatch.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../web/http-error.ts';
import { textReply, type Reply } from '../web/reply.ts';
import { forSignedIn, type Handler } from './handler.ts';

/** `/minions` (rest-tornado-wsgi §4.3). */
export const minions: Handler = {
  GET: forSignedIn((exchange, mid) =>
    disbatch(exchange, [dict({ client: 'local', tgt: mid || '*', fun: 'grains.items' })]),
  ),
  POST: forSignedIn(startJobs),
  withoutPath: ['POST'],
};

/** Starts jobs, and no other client; that is looked at before any of them runs. */
function startJobs(exchange: Exchange): Reply | Promise<Reply> {
  const { lowstate } = exchange;
  if (lowstate === undefined) throw new HTTPError(500);
  for (const low of lowstate) {
    if (!isDict(low)) throw new HTTPError(500);
    if (!low.has('client')) low.set('client', 'local_async');
    else if (low.get('client') !== 'local_async')
      return textReply(400, "We don't serve your kind here");
  }
  return disbatch(exchange, lowstate);
}
