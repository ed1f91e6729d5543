import type { Header } from '../../report/result.ts';
import { NotVerified } from '../not-verified.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import type { XsrfToken } from '../target/raas/xsrf.ts';
import type { Reply } from '../target/reply.ts';
import { ECHO } from './echo-call.ts';
import { withoutXsrf } from './xsrf-refusal.ts';

/** Calls test.echo with these headers in place of those of the XSRF token. */
export async function echoWith(target: RaasTarget, xsrf: readonly Header[]): Promise<Reply> {
  const own = withoutXsrf(await target.caller.headers());
  const [cookie] = own.filter(([name]) => name === 'Cookie');
  const merged = xsrf.map(([name, value]): Header => [
    name,
    name === 'Cookie' && cookie !== undefined ? `${cookie[1]}; ${value}` : value,
  ]);
  const rest = own.filter(([name]) => name !== 'Cookie' || !xsrf.some(([sent]) => sent === name));
  return target.post('/rpc', ECHO, [...rest, ...merged]);
}

/**
 * A token that nobody has used yet.
 *
 * @throws NotVerified where there is none
 */
export async function freshToken(target: RaasTarget): Promise<XsrfToken> {
  const token = await target.bridge.xsrf();
  if (token !== undefined) return token;
  throw new NotVerified('needs an XSRF token, and GET /account/login gave none');
}
