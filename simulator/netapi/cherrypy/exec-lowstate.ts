import { isHex } from '../../python/int.ts';
import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import type { Exchange } from './exchange.ts';
import { HTTPError } from './answer/http-error.ts';
import { PyException } from '../../python/exception.ts';

/**
 * Runs the chunks of the low data one after the other and gives what each returned.
 *
 * The first that fails ends the request; what the earlier ones did stays done.
 *
 * @param forced the client and the session's token, which replace what a chunk says of them
 * @throws HTTPError 400 where the low data is no list, 401 for a token that is no hex number
 */
export async function execLowstate(
  exchange: Exchange,
  forced: { client?: string; token?: string | undefined } = {},
): Promise<PyValue[]> {
  const { lowstate, master } = exchange;
  if (!Array.isArray(lowstate)) throw new HTTPError(400, 'Lowstates must be a list');
  const returns: PyValue[] = [];
  for (const chunk of lowstate) {
    if (!isDict(chunk)) throw new PyException('a chunk of low data is not a dict');
    prepareChunk(chunk, forced);
    returns.push(...(await master.run(chunk)));
  }
  return returns;
}

function prepareChunk(
  chunk: PyDict,
  { client, token }: { client?: string; token?: string | undefined },
): void {
  if (token !== undefined) chunk.set('token', token);
  if (chunk.has('token') && !isHex(chunk.get('token') ?? null))
    throw new HTTPError(401, 'Invalid token');
  if (client !== undefined) chunk.set('client', client);
  const arg = chunk.get('arg');
  if (arg !== undefined && !Array.isArray(arg)) chunk.set('arg', [arg]);
}
