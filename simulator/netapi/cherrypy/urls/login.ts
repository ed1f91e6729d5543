import { dict, float, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { SaltError } from '../../../master/salt-error.ts';
import type { EauthToken } from '../../../master/tokens.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { LOWDATA_TOOLS, type Resource } from '../dispatch/resource.ts';
import { prefersHtml, showLoginPage } from './login-page.ts';
import { PyException } from '../../../python/exception.ts';

/** `/login` (rest-cherrypy §8). */
export const login: Resource = {
  tools: LOWDATA_TOOLS,
  methods: {
    GET: {
      handle: (exchange) => {
        exchange.responseHeaders.set('Www-Authenticate', 'Session');
        const { hasLoginPage } = exchange.master.profile.cherrypy;
        if (hasLoginPage && prefersHtml(exchange)) return showLoginPage(exchange);
        return dict({ status: null, return: 'Please log in' });
      },
    },
    POST: { anyQuery: true, handle: logIn },
  },
};

function logIn(exchange: Exchange): PyValue {
  const credentials = credentialsOf(exchange.lowstate);
  if (!isAllowedByAcl(exchange, credentials.get('username') ?? null)) throw new HTTPError(401);
  const token = mintToken(exchange, credentials);
  if (token === undefined)
    throw new HTTPError(401, 'Could not authenticate using provided credentials');
  const session = exchange.requireSession();
  exchange.responseHeaders.set('X-Auth-Token', session.id);
  const { loginReturn, sessionLife } = exchange.master.profile.cherrypy;
  const hasOwnLife = sessionLife === 'as long as its Salt token';
  session.logIn({
    token: token.token,
    ...(hasOwnLife && { seconds: token.expire - token.start }),
  });
  const told = dict({
    token: session.id,
    expire: float(token.expire),
    start: float(token.start),
    user: token.name,
    eauth: token.eauth,
    perms: exchange.master.permissions(token),
  });
  return dict({ return: loginReturn === 'a dict' ? told : [told] });
}

/** The body's dict, or the first of its list. */
function credentialsOf(lowstate: PyValue): PyDict {
  const [credentials] = Array.isArray(lowstate) ? lowstate : [lowstate];
  if (!isDict(credentials ?? null)) throw new PyException('the credentials are not a dict');
  return credentials as PyDict;
}

/** A master that chokes on the credentials refuses them. */
function mintToken({ master }: Exchange, credentials: PyDict): EauthToken | undefined {
  try {
    return master.login(credentials);
  } catch (error) {
    if (error instanceof SaltError) return undefined;
    throw error;
  }
}

/** Whether `api_acl` lets the user log in from the client's address; without one everybody may. */
function isAllowedByAcl({ master, remoteIp }: Exchange, username: PyValue): boolean {
  const acl = master.config.rest_cherrypy.api_acl;
  if (!isTruthy(acl)) return true;
  const users = acl?.get('users');
  if (!isDict(users ?? null) || !(users instanceof Map)) return false;
  const addresses = users.get(typeof username === 'string' && users.has(username) ? username : '*');
  return Array.isArray(addresses) && (addresses.includes(remoteIp) || addresses.includes('*'));
}
