import { dict, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { execLowstate } from '../exec-lowstate.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { LOWDATA_TOOLS, type Resource } from '../dispatch/resource.ts';
import { welcome } from './root.ts';
import { PyException } from '../../../python/exception.ts';

/** `/token`: eauth tokens for credentials in the body, a bare list without `return` (rest-cherrypy §10). */
export const token: Resource = {
  tools: LOWDATA_TOOLS,
  methods: {
    GET: welcome,
    POST: { anyQuery: true, tools: { sessions: false }, handle: makeTokens },
  },
};

const CREDENTIALS = ['username', 'password', 'eauth'];

/** Every chunk becomes a call of the runner `auth.mk_token`, made with the credentials it asks for. */
async function makeTokens(exchange: Exchange): Promise<PyValue> {
  for (const chunk of chunksOf(exchange.lowstate)) askForToken(chunk);
  return execLowstate(exchange);
}

/** @throws PyException where the low data is not made of dicts, as Python fails on it */
function chunksOf(lowstate: PyValue): PyDict[] {
  if (isDict(lowstate) && lowstate.size === 0) return [];
  if (!Array.isArray(lowstate) || !lowstate.every(isDict))
    throw new PyException('the credentials are not a list of dicts');
  return lowstate;
}

function askForToken(chunk: PyDict): void {
  if (!CREDENTIALS.every((name) => chunk.has(name)))
    throw new HTTPError(400, 'Require "username", "password", and "eauth" params');
  const kwarg: PyDict = new Map(CREDENTIALS.map((name) => [name, chunk.get(name) ?? null]));
  for (const [name, value] of dict({ client: 'runner', fun: 'auth.mk_token', kwarg }))
    chunk.set(name, value);
}
