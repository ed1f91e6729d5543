import type { RequestHandler } from 'express';
import { INTERNAL } from '../accounts/built-in.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Raas } from '../raas.ts';
import { readJson } from './read-json.ts';
import { sendRefusal } from './refusals.ts';
import { sendJson } from './send-json.ts';
import { passwordSignIn, SESSION_COOKIE, signInOf, type PasswordCredentials } from './sign-in.ts';

/** `GET /account/login`: hands out the XSRF token, to anybody; says who has signed in (raas §1). */
export function showAccount(raas: Raas): RequestHandler {
  return (req, res) => {
    const hasCredentials = req.get('Authorization') !== undefined;
    const { caller, refusal } = signInOf(raas, req);
    if (caller !== undefined) {
      const { username, config_name } = caller.user;
      sendJson(res, 200, { authenticated: true, attributes: { username, config_name } });
    } else if (hasCredentials && refusal !== undefined) sendRefusal(res, refusal);
    else sendJson(res, 200, { authenticated: false });
  };
}

/** `POST /account/login`: for good credentials opens a session, or gives a JWT (raas §3.2, §3.3). */
export function logIn(raas: Raas): RequestHandler {
  return (req, res) => {
    const body = readJson(req, res, {});
    if (body === undefined) return;
    const given = isObject(body) ? body : {};
    const credentials = credentialsOf(given);
    const { caller, refusal } =
      credentials === undefined
        ? signInOf(raas, req)
        : passwordSignIn(raas, req, credentials, 'log-in');
    if (caller === undefined) {
      sendRefusal(res, refusal);
      return;
    }
    const { username, config_name } = caller.user;
    const told = { authenticated: true, attributes: { username, config_name } };
    if (given['token_type'] === 'jwt') {
      sendJson(res, 200, { ...told, jwt: raas.signIns.jwt(caller) });
      return;
    }
    const session = raas.signIns.openSession(caller);
    res.appendHeader('Set-Cookie', `${SESSION_COOKIE}=${session}; HttpOnly; Path=/`);
    sendJson(res, 200, told);
  };
}

function credentialsOf(body: JsonObject): PasswordCredentials | undefined {
  const { username, password } = body;
  if (typeof username !== 'string' || typeof password !== 'string') return undefined;
  const config_name = body['config_name'] ?? INTERNAL;
  return { username, password, config_name: typeof config_name === 'string' ? config_name : '' };
}
