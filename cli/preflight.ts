import { NotVerified } from '../specs/not-verified.ts';
import type { RunOptions } from '../specs/run-options.ts';
import { ExchangeLog } from '../specs/target/exchange-log.ts';
import { HttpClient } from '../specs/target/http.ts';
import { NoReply } from '../specs/target/no-reply.ts';
import { Redactor } from '../specs/target/redact.ts';
import type { Reply } from '../specs/target/reply.ts';
import { Requests } from '../specs/target/requests.ts';
import { UnreachableError } from './unreachable-error.ts';

/**
 * Makes sure that a target answers and takes the credentials or the token, before anything is judged.
 *
 * @throws UnreachableError saying what it did instead, where, and what to do about it
 */
export async function preflight(options: RunOptions): Promise<void> {
  const [url = ''] = options.targets;
  const client = new HttpClient(url, options.tls);
  const requests = new Requests((request) =>
    client.send(request, new ExchangeLog(new Redactor(options))),
  );
  try {
    const reply = await knock(requests, options);
    if (reply.status !== 200) throw new UnreachableError(refusal(url, reply, options));
  } catch (error) {
    if (error instanceof NotVerified || error instanceof NoReply)
      throw new UnreachableError(`${error.message}. Is a salt-api listening at ${url}?`, {
        cause: error,
      });
    throw error;
  } finally {
    client.close();
  }
}

/** Logs in; with a token, runs no chunk at all, which takes a session and does nothing. */
function knock(requests: Requests, { credentials, token = '' }: RunOptions): Promise<Reply> {
  return credentials === undefined
    ? requests.post('/', [], [['X-Auth-Token', token]])
    : requests.post('/login', credentials);
}

function refusal(url: string, { status, reason }: Reply, { credentials }: RunOptions): string {
  const whom =
    credentials === undefined
      ? 'the session of --token'
      : `"${credentials.username}" by eauth "${credentials.eauth}"`;
  const flags = credentials === undefined ? '--token' : '--username, the password and --eauth';
  const hint = status === 401 ? `Check ${flags}.` : 'Is this the base URL of a salt-api?';
  return `${url} did not let ${whom} in: it answered ${status} ${reason}. ${hint}`;
}
