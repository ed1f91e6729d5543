import express, { type RequestHandler } from 'express';
import { newUuid } from '../uuid.ts';
import type { Raas } from '../raas.ts';
import { sendJson } from './send-json.ts';

/** Where the cloud's console takes an API token for an access token (raas §3.5). */
const PATH = '/csp/gateway/am/api/auth/api-tokens/authorize';

/** Seconds that an access token lasts, as samples show it. */
const STANDARD_SECONDS = 1799;

/**
 * The cloud's exchange of tokens, on the listener of RaaS: in the cloud it is a server of its own.
 * Anybody may ask, and needs no XSRF token (raas §3.5).
 */
export function cloudConsole(raas: Raas): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  router.post(PATH, express.text({ type: () => true }), exchangeToken(raas));
  return router;
}

function exchangeToken(raas: Raas): RequestHandler {
  return (req, res) => {
    const { accounts, signIns, cspTokens, config } = raas;
    const form = new URLSearchParams(typeof req.body === 'string' ? req.body : '');
    const query = new URL(req.originalUrl, 'http://host').searchParams;
    const given = new URLSearchParams([...query, ...form]);
    const token = given.get('api_token') ?? given.get('refresh_token') ?? '';
    const username = cspTokens.get(token);
    const user = username === undefined ? undefined : accounts.userOfAnyBackEnd(username);
    if (user === undefined) {
      // The shape of the error is not known; clients show its text.
      const message = 'invalid_grant: Invalid refresh token';
      sendJson(res, 400, { statusCode: 400, message });
      return;
    }
    const seconds = config.csp_token_seconds ?? STANDARD_SECONDS;
    const caller = signIns.caller(user);
    sendJson(res, 200, {
      access_token: signIns.jwt(caller, seconds),
      expires_in: Math.floor(seconds),
      id_token: signIns.jwt({ ...caller, session_uuid: newUuid(raas.random) }, seconds),
      refresh_token: token,
      scope: given.get('scope') ?? 'openid ALL_PERMISSIONS',
      token_type: 'bearer',
    });
  };
}
