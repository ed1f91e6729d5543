import { SaltError } from '../../../master/salt-error.ts';
import type { EauthToken } from '../../../master/tokens.ts';
import { dict, float, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { serialised } from '../dispatch/serialised.ts';
import type { Exchange } from '../exchange.ts';
import { TOKEN_COOKIE } from '../pipeline/token-of.ts';
import { HTTPError } from '../web/http-error.ts';
import { errorPage, type Reply } from '../web/reply.ts';
import type { Handler } from './handler.ts';

/** `/login` (rest-tornado-wsgi §4.1, §4.2; seen on 3006.28, 3007.15 and 3008.3). */
export const login: Handler = { GET: askToLogIn, POST: logIn };

function askToLogIn(exchange: Exchange): Reply {
  const told = dict({ status: '401 Unauthorized', return: 'Please log in' });
  return { ...serialised(exchange, told, 401), headers: [['Www-Authenticate', 'Session']] };
}

/** @throws HTTPError 400 where the body is no dict, or not one with credentials; 500 without a body */
function logIn(exchange: Exchange): Reply {
  const token = mintToken(exchange, credentialsOf(exchange));
  if (token === undefined) return errorPage(401);
  const { token: id, expire, start, name: user, eauth } = token;
  const cookies = [`${TOKEN_COOKIE}=${id}; Path=/`];
  // The token is there, and Python fails on looking up what such a user may call.
  if (isUnhashable(user)) return { ...errorPage(500), cookies };
  const shown = {
    token: id,
    expire: float(expire),
    start: float(start),
    user,
    eauth,
    perms: permissionsOf(exchange, token),
  };
  return {
    ...serialised(exchange, dict({ return: [dict(shown)] })),
    cookies,
  };
}

/** These three alone are used; what else was sent makes no difference. */
function credentialsOf({ payload }: Exchange): PyDict {
  if (payload === undefined) throw new HTTPError(500);
  if (!isDict(payload)) throw new HTTPError(400);
  const entries = ['username', 'password', 'eauth'].map((name) => {
    const value = payload.get(name);
    if (value === undefined) throw new HTTPError(400);
    return [name, value] as const;
  });
  if (isUnhashable(payload.get('eauth') ?? null)) throw new HTTPError(500);
  return new Map(entries);
}

/** Nothing is told as an empty list. */
function permissionsOf({ server }: Exchange, token: EauthToken): PyValue {
  const perms = server.master.permissions(token);
  return isDict(perms) && perms.size === 0 ? [] : perms;
}

function isUnhashable(value: PyValue): boolean {
  return isDict(value) || Array.isArray(value);
}

/** A master that chokes on the credentials refuses them. */
function mintToken({ server }: Exchange, credentials: PyDict): EauthToken | undefined {
  try {
    return server.master.login(credentials);
  } catch (error) {
    if (error instanceof SaltError) return undefined;
    throw error;
  }
}
