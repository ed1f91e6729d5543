import { str } from '../../../python/repr.ts';
import { createTar } from '../../../python/tar.ts';
import { dict, isDict, type PyValue } from '../../../python/value.ts';
import { execLowstate } from '../exec-lowstate.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type HandlerArguments, type Resource } from '../dispatch/resource.ts';
import { PyException } from '../../../python/exception.ts';

/** `/keys` and `/keys/<mid>` (rest-cherrypy §14); whether the caller may is for the wheel to say. */
export const keys: Resource = {
  tools: LOWDATA_TOOLS,
  methods: {
    GET: { parameters: ['mid'], handle: showKeys },
    POST: {
      anyQuery: true,
      tools: { hypermedia_out: false, sessions: false },
      handle: makeKeyPair,
    },
  },
};

async function showKeys(exchange: Exchange, args: HandlerArguments): Promise<PyValue> {
  const mid = args.get('mid');
  const chunk = dict({ client: 'wheel' });
  if (mid) chunk.set('fun', 'key.finger').set('match', mid);
  else chunk.set('fun', 'key.list_all');
  exchange.lowstate = [chunk];
  const [answer] = await execLowstate(exchange, { token: exchange.requireSession().token });
  return dict({ return: wheelReturn(answer) });
}

/** @throws PyException where the wheel did not answer with its envelope */
function wheelReturn(answer: PyValue | undefined): PyValue {
  const data = isDict(answer) ? answer.get('data') : undefined;
  if (!isDict(data)) throw new PyException('the wheel did not answer with an envelope');
  return data.get('return') ?? new Map();
}

/**
 * Makes a key pair for the minion `mid`, accepts it, and answers with both halves in a tar file.
 *
 * Nothing but the first chunk is looked at. A key pair that is there already is not shown again: the
 * files are empty then. Whatever fails is a crash, and so an HTML 500.
 */
async function makeKeyPair(exchange: Exchange): Promise<undefined> {
  const { lowstate, responseHeaders } = exchange;
  const [chunk] = Array.isArray(lowstate) ? lowstate : [];
  if (!isDict(chunk)) throw new PyException('the low data is not a list of dicts');
  chunk.set('client', 'wheel').set('fun', 'key.gen_accept');
  const mid = chunk.get('mid');
  chunk.delete('mid');
  if (mid !== undefined) chunk.set('id_', mid);
  exchange.lowstate = [chunk];
  const [answer] = await execLowstate(exchange);
  const pair = wheelReturn(answer);
  if (!isDict(pair) || mid === undefined) throw new PyException('the wheel made no key pair');
  exchange.body = createTar([
    { name: 'minion.pub', content: str(pair.get('pub') ?? '') },
    { name: 'minion.pem', content: str(pair.get('priv') ?? '') },
  ]);
  responseHeaders.set('Content-Disposition', `attachment; filename="saltkeys-${str(mid)}.tar"`);
  responseHeaders.set('Content-Type', 'application/x-tar');
  responseHeaders.set('Content-Length', String(exchange.body.length));
  responseHeaders.set('Cache-Control', 'no-cache');
  return undefined;
}
