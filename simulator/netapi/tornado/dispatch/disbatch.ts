import type { Master } from '../../../master/master.ts';
import { SaltError } from '../../../master/salt-error.ts';
import { PyException } from '../../../python/exception.ts';
import { dict, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { tokenOf } from '../pipeline/token-of.ts';
import { NoAnswer } from '../web/no-answer.ts';
import { textReply, type Reply } from '../web/reply.ts';
import { CLIENTS, isClientName } from './clients.ts';
import { serialised } from './serialised.ts';

const UNKNOWN_CLIENT = '400 Invalid Client: Client not found in salt clients';
const REFUSED = 'Failed to authenticate';

/**
 * Runs chunks one after the other and answers with what each came to: 200, whatever that was
 * (rest-tornado-wsgi §3.3; seen on 3006.28, 3007.15 and 3008.3).
 *
 * Who is not let in ends the list; other failures stand in it as texts. A client that there is not
 * is a 400 whenever its chunk's turn comes, and what ran before it is not told.
 *
 * @throws NoAnswer for low data that Python fails on
 */
export async function disbatch(
  exchange: Exchange,
  lowstate: readonly PyValue[] | undefined = exchange.lowstate,
): Promise<Reply> {
  if (lowstate === undefined) throw new NoAnswer('there is no low data');
  const token = tokenOf(exchange);
  const returns: PyValue[] = [];
  for (const low of lowstate) {
    if (!namesClient(low)) return textReply(400, UNKNOWN_CLIENT);
    const outcome = await run(exchange.server.master, low, token);
    returns.push(outcome.value);
    if (outcome.isLast) break;
  }
  return serialised(exchange, dict({ return: returns }));
}

interface Outcome {
  readonly value: PyValue;
  readonly isLast: boolean;
}

/** @param token that of the request, for chunks without one of their own */
async function run(master: Master, low: PyDict, token: string | undefined): Promise<Outcome> {
  if (token !== undefined && !low.has('token')) low.set('token', token);
  const hasCredentials =
    low.has('token') || ['username', 'password', 'eauth'].every((key) => low.has(key));
  if (!hasCredentials) return { value: REFUSED, isLast: true };
  const client = low.get('client');
  try {
    const value = isClientName(client) ? await CLIENTS[client](master, low) : null;
    return { value, isLast: false };
  } catch (error) {
    if (isRefusal(error)) return { value: REFUSED, isLast: true };
    if (!(error instanceof SaltError || error instanceof PyException)) throw error;
    const text = `Unexpected exception while handling request: ${error.message}`;
    return { value: text, isLast: false };
  }
}

/** Failures of tokens are not among those that the handler knows. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof SaltError &&
    ['AuthenticationError', 'AuthorizationError', 'EauthAuthenticationError'].includes(error.kind)
  );
}

/**
 * Whether a chunk names a client that there is, as Python looks for it: in a text or a list, too.
 *
 * @throws NoAnswer where Python cannot look
 */
function namesClient(low: PyValue): low is PyDict {
  if (isDict(low)) {
    const client = low.get('client') ?? null;
    if (typeof client === 'object' && client !== null) throw new NoAnswer('unhashable client');
    return isClientName(client);
  }
  const isSearched = typeof low === 'string' || Array.isArray(low);
  if (isSearched && !(low as readonly PyValue[]).includes('client')) return false;
  throw new NoAnswer('a chunk of low data is no dict');
}
