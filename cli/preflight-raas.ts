import type { RaasCredentials, RaasSettings } from '../specs/run-options.ts';
import { Bridge } from '../specs/target/raas/bridge.ts';
import { callBody } from '../specs/target/raas/rpc-call.ts';
import { sessionHeaders, tokenSession } from '../specs/target/raas/session.ts';
import { xsrfHeaders } from '../specs/target/raas/xsrf.ts';
import type { Redactor } from '../specs/target/redact.ts';
import type { Reply } from '../specs/target/reply.ts';
import type { Requests } from '../specs/target/requests.ts';
import { bodyOf, field } from '../specs/target/return-of.ts';
import { refusalHint } from './refusal-hint.ts';
import { strangeAnswer } from './strange-answer.ts';
import { UnreachableError } from './unreachable-error.ts';

/**
 * Signs in to a RaaS as everybody of the run. GET /account/login comes first, as with every client:
 * it gives the XSRF token, and tells whether the paths are kept below /raas.
 *
 * @throws UnreachableError where it does not let them in, or is none
 */
export async function enterRaas(
  url: string,
  requests: Requests,
  { credentials, token, limited }: RaasSettings,
  redactor: Redactor,
): Promise<void> {
  const bridge = new Bridge(requests);
  const first = await bridge.get('/account/login');
  if (first.status !== 200)
    throw new UnreachableError(
      `${url} answered GET /account/login with ${first.status} ${first.reason}. ${refusalHint(url, first, '--username', 'RaaS')}`,
    );
  if (credentials !== undefined)
    await logIn(url, bridge, credentials, '--username, the password and --config-name', redactor);
  else await showToken(url, bridge, token ?? '', redactor);
  if (limited !== undefined)
    await logIn(
      url,
      bridge,
      limited,
      '--limited (or SALTPROOF_LIMITED) and --config-name',
      redactor,
    );
}

async function logIn(
  url: string,
  bridge: Bridge,
  credentials: RaasCredentials,
  flags: string,
  redactor: Redactor,
): Promise<void> {
  const xsrf = await bridge.xsrf();
  const headers = xsrf === undefined ? [] : xsrfHeaders(xsrf);
  const reply = await bridge.post('/account/login', credentials, headers);
  const { username, config_name } = credentials;
  if (reply.status !== 200)
    throw new UnreachableError(
      `${url} did not let "${username}" of the back end "${config_name}" in: it answered ${reply.status} ${reply.reason}. ${refusalHint(url, reply, flags, 'RaaS')}`,
    );
  if (field(bodyOf(reply), 'authenticated') !== true)
    throw new UnreachableError(redactor.text(strangeAnswer(url, reply, 'RaaS')));
}

/** Tries a token in both of its spellings, by a call that changes nothing. */
async function showToken(
  url: string,
  bridge: Bridge,
  token: string,
  redactor: Redactor,
): Promise<void> {
  const body = callBody({ resource: 'api', method: 'get_versions' }, 1);
  let reply: Reply | undefined;
  for (const way of ['jwt', 'bearer'] as const) {
    const session = await tokenSession(bridge, way, token);
    reply = await bridge.post('/rpc', body, sessionHeaders(session));
    if (reply.status === 200 && field(bodyOf(reply), 'error') === null) return;
  }
  if (reply === undefined) return;
  if (reply.status === 200)
    throw new UnreachableError(redactor.text(strangeAnswer(url, reply, 'RaaS')));
  throw new UnreachableError(
    `${url} did not let the session of --token in: it answered ${reply.status} ${reply.reason}. ${refusalHint(url, reply, '--token', 'RaaS')}`,
  );
}
