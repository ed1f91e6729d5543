import type { Header } from '../../../report/result.ts';
import { NotVerified } from '../../not-verified.ts';
import type { RaasCredentials } from '../../run-options.ts';
import { bodyOf, field } from '../return-of.ts';
import type { Reply } from '../reply.ts';
import type { Bridge } from './bridge.ts';
import { cookieHeaders, cookiesOf, type Cookies } from './cookies.ts';
import { XSRF_COOKIE, XSRF_HEADER, xsrfHeaders, xsrfOf, type XsrfToken } from './xsrf.ts';

/** How a call may show who makes it. */
export const WAYS = ['jwt', 'cookie', 'basic', 'bearer'] as const;
export type Way = (typeof WAYS)[number];

/** What a call shows: one proof of who makes it, and the XSRF token. */
export interface Session {
  readonly authorization?: string;
  readonly cookies: Cookies;
  readonly xsrf?: string;
}

/** The headers of a call in a session. */
export function sessionHeaders({ authorization, cookies, xsrf }: Session): Header[] {
  return [
    ...cookieHeaders(cookies),
    ...(xsrf === undefined ? [] : [[XSRF_HEADER, xsrf] as const]),
    ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
  ];
}

/** A session of a token that exists already. */
export async function tokenSession(
  bridge: Bridge,
  way: 'jwt' | 'bearer',
  token: string,
): Promise<Session> {
  return proofOf(await bridge.xsrf(), `${way === 'jwt' ? 'JWT' : 'Bearer'} ${token}`);
}

/**
 * A session of its own, which shows who calls in one way alone.
 *
 * @throws NotVerified where the log-in gives none
 */
export async function openSession(
  bridge: Bridge,
  way: Way,
  credentials: RaasCredentials,
): Promise<Session> {
  const xsrf = await bridge.xsrf();
  if (way === 'basic') return proofOf(xsrf, basicOf(credentials));
  const reply = await logIn(bridge, credentials, way !== 'cookie', xsrf);
  const renewed = xsrfOf(reply) ?? xsrf;
  if (way === 'cookie') {
    const cookies = new Map(cookiesOf(reply));
    if (renewed !== undefined) cookies.set(XSRF_COOKIE, renewed.cookie);
    return { cookies, ...(renewed !== undefined && { xsrf: renewed.header }) };
  }
  const jwt = field(bodyOf(reply), 'jwt');
  if (typeof jwt === 'string')
    return proofOf(renewed, `${way === 'jwt' ? 'JWT' : 'Bearer'} ${jwt}`);
  throw new NotVerified(`needs a JWT, and log-in as ${credentials.username} gave none`);
}

/** A session of nobody: an XSRF token alone. */
export async function anonymousSession(bridge: Bridge): Promise<Session> {
  return withToken(await bridge.xsrf());
}

/** The value of an Authorization header by HTTP Basic; it has no place for the back end. */
export function basicOf({
  username,
  password,
}: Pick<RaasCredentials, 'username' | 'password'>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

async function logIn(
  bridge: Bridge,
  credentials: RaasCredentials,
  wantsJwt: boolean,
  xsrf: XsrfToken | undefined,
): Promise<Reply> {
  const body = { ...credentials, ...(wantsJwt && { token_type: 'jwt' }) };
  const headers = xsrf === undefined ? [] : xsrfHeaders(xsrf);
  const reply = await bridge.post('/account/login', body, headers);
  if (reply.status === 200 && field(bodyOf(reply), 'authenticated') === true) return reply;
  throw new NotVerified(
    `needs a session, and log-in as ${credentials.username} gave none: ${reply.status} ${reply.reason}`,
  );
}

function proofOf(xsrf: XsrfToken | undefined, authorization: string): Session {
  return { ...withToken(xsrf), authorization };
}

function withToken(xsrf: XsrfToken | undefined): Session {
  if (xsrf === undefined) return { cookies: new Map() };
  return { cookies: new Map([[XSRF_COOKIE, xsrf.cookie]]), xsrf: xsrf.header };
}
