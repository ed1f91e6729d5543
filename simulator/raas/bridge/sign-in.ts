import type { Request } from 'express';
import { INTERNAL } from '../accounts/built-in.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import { cookiesOf } from './cookies.ts';
import { headersOf } from './headers-of.ts';
import type { Refusal } from './refusals.ts';

/** The cookie that a session is known by. Its name on real RaaS is not known. */
export const SESSION_COOKIE = 'raas_session';

/** Who makes a request, or why nobody is let in. */
export type SignIn =
  | { readonly caller: Caller; readonly refusal?: undefined }
  | { readonly caller?: undefined; readonly refusal: Refusal };

/**
 * Finds out who makes a request: by `Authorization` (Basic, JWT or Bearer), else by the cookie of a
 * session (raas §3).
 */
export function signInOf(raas: Raas, req: Request): SignIn {
  const [, scheme = '', value = ''] = /^(\S+)\s+(.*)$/.exec(req.get('Authorization') ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'basic':
      return basicSignIn(raas, req, value);
    case 'jwt':
    case 'bearer':
      return jwtSignIn(raas, value);
    default:
      return sessionSignIn(raas, req);
  }
}

/**
 * Lets a user in who knows the password; the audit log tells either way.
 *
 * @param how what kind of credentials these are, for the note in the audit log
 */
export function passwordSignIn(
  raas: Raas,
  req: Request,
  { username, password, config_name }: PasswordCredentials,
  how: string,
): SignIn {
  const started = raas.clock.now();
  const user = raas.accounts.user(username, config_name);
  const isOn = raas.authConfigs.isOn(config_name) && user?.isEnabled;
  const isGood = isOn && user?.password !== undefined && user.password === password;
  const caller = isGood ? raas.signIns.caller(user) : undefined;
  const refusal = `authentication failed: invalid ${how} credentials`;
  raas.audit.add(caller ?? username, {
    event_type: 'auth',
    event_name: 'login',
    started,
    failed: caller === undefined,
    note: `User ${username}: ${caller === undefined ? refusal : 'logged in'}`,
    status: caller === undefined ? 401 : 200,
    headers: headersOf(req),
  });
  if (caller !== undefined) return { caller };
  return { refusal: { title: 'Invalid credentials', detail: refusal } };
}

/** What a user shows to be let in. */
export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
  readonly config_name: string;
}

/** Basic credentials have no place for a back end: they are of RaaS's own users (raas §3.1). */
function basicSignIn(raas: Raas, req: Request, value: string): SignIn {
  const text = Buffer.from(value, 'base64').toString();
  const at = text.indexOf(':');
  const username = at < 0 ? text : text.slice(0, at);
  const password = at < 0 ? '' : text.slice(at + 1);
  return passwordSignIn(raas, req, { username, password, config_name: INTERNAL }, 'basic-auth');
}

function jwtSignIn({ signIns }: Raas, token: string): SignIn {
  const caller = signIns.ofJwt(token.trim());
  if (caller !== undefined) return { caller };
  return {
    refusal: { title: 'JWT not authorized', detail: 'The token has expired or is invalid.' },
  };
}

function sessionSignIn({ signIns }: Raas, req: Request): SignIn {
  const id = cookiesOf(req).get(SESSION_COOKIE);
  const caller = id === undefined ? undefined : signIns.ofSession(id);
  if (caller !== undefined) return { caller };
  const detail = id === undefined ? 'There are no credentials.' : 'The session is over.';
  return { refusal: { title: 'Not authenticated', detail } };
}
