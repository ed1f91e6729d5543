import { httpDate } from '../../../python/datetime.ts';
import { MICROSECONDS } from '../../../master/clock.ts';
import type { Exchange } from '../exchange.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Opens the session that the request names, or a new one. */
export function openSession(exchange: Exchange): void {
  if (exchange.tools.sessions) exchange.session = exchange.server.sessions.open(exchange.sessionId);
}

/** Stores the session, if anybody looked at it. */
export function saveSession(exchange: Exchange): void {
  exchange.session?.save();
}

/** The Set-Cookie header for the exchange's session; after a log-out it lies a year back (rest-cherrypy §2.2, §9). */
export function sessionCookie(exchange: Exchange): string | undefined {
  const { session, master } = exchange;
  if (session === undefined) return undefined;
  const { seconds } = session;
  const expires = httpDate(
    master.clock.now() + (session.isExpired ? -YEAR_SECONDS : seconds) * MICROSECONDS,
  );
  const hasMaxAge = master.profile.cherrypy.cookieHasMaxAge && !session.isExpired;
  const maxAge = !hasMaxAge ? '' : ` Max-Age=${seconds};`;
  return `session_id=${session.id}; expires=${expires};${maxAge} Path=/`;
}
