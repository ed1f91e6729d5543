import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { MICROSECONDS } from '../../master/clock.ts';
import type { Raas } from '../raas.ts';
import { cookiesOf } from './cookies.ts';
import { sendErrorPage } from './error-page.ts';
import { maskedToken, newToken, readToken } from './xsrf-token.ts';

const COOKIE = '_xsrf';

/** How a client tells that the 403 is about the token, and no other (raas §2.5). */
const MARKER = 'missing xsrf';

/** Methods that change nothing, and need no token. */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Hands every client a token, in a cookie if it brought none and in a header of each response.
 */
export function giveXsrfToken({ config, random, clock }: Raas): RequestHandler {
  return (req, res, next) => {
    if (config.tornado_xsrf_cookies_enabled ?? true) {
      const brought = readToken(cookiesOf(req).get(COOKIE) ?? '');
      const shown = maskedToken(
        brought ?? newToken(random),
        random,
        Math.floor(clock.now() / MICROSECONDS),
      );
      if (brought === undefined) res.appendHeader('Set-Cookie', `${COOKIE}=${shown}; Path=/`);
      res.setHeader('X-XSRFTOKEN', shown);
    }
    next();
  };
}

/**
 * Refuses what would change something and does not show, beside the cookie, the same token (raas §2).
 * Nothing is remembered of a token: a well-formed pair will do.
 */
export function checkXsrf({ config }: Raas): RequestHandler {
  return (req, res, next) => {
    const isOn = config.tornado_xsrf_cookies_enabled ?? true;
    const fault = isOn && !SAFE_METHODS.includes(req.method) ? faultOf(req) : undefined;
    if (fault === undefined) {
      next();
      return;
    }
    res.setHeader('X-XSRFToken-Missing', MARKER);
    sendErrorPage(res, 403, `${MARKER} (${fault})`);
  };
}

function faultOf(req: Request): string | undefined {
  const cookie = readToken(cookiesOf(req).get(COOKIE) ?? '');
  const given = req.get('X-Xsrftoken') ?? req.get('X-Csrftoken') ?? req.query[COOKIE];
  if (typeof given !== 'string' || given === '')
    return `'_xsrf' argument missing from ${req.method}`;
  const token = readToken(given);
  if (token === undefined) return "'_xsrf' argument has invalid format";
  const isSame =
    cookie !== undefined && cookie.length === token.length && timingSafeEqual(cookie, token);
  return isSame ? undefined : 'XSRF cookie does not match POST argument';
}
