import { NotVerified } from '../specs/not-verified.ts';
import type { Credentials, RunOptions } from '../specs/run-options.ts';
import { ExchangeLog } from '../specs/target/exchange-log.ts';
import { HttpClient } from '../specs/target/http.ts';
import { NoReply } from '../specs/target/no-reply.ts';
import { Redactor } from '../specs/target/redact.ts';
import type { Reply } from '../specs/target/reply.ts';
import { Requests } from '../specs/target/requests.ts';
import { UnreachableError } from './unreachable-error.ts';

/**
 * Makes sure that a target answers and takes the credentials or the token, and those of the second
 * user, before anything is judged.
 *
 * @throws UnreachableError saying what it did instead, where, and what to do about it
 */
export async function preflight(options: RunOptions): Promise<void> {
  const [url = ''] = options.targets;
  const client = new HttpClient(url, options.tls, options.replyTimeout * 1000);
  const redactor = new Redactor(options);
  const requests = new Requests((request) => client.send(request, new ExchangeLog(redactor)));
  try {
    for (const visitor of visitorsOf(options)) {
      const reply = await knock(requests, visitor);
      if (reply.status !== 200) throw new UnreachableError(refusal(url, reply, visitor));
      if (!isSaltAnswer(reply)) throw new UnreachableError(redactor.text(stranger(url, reply)));
    }
  } catch (error) {
    if (error instanceof NotVerified)
      throw new UnreachableError(`${error.message}. Is a salt-api listening at ${url}?`, {
        cause: error,
      });
    if (error instanceof NoReply)
      throw new UnreachableError(`${error.message}. ${silenceHint(url)}`, { cause: error });
    throw error;
  } finally {
    client.close();
  }
}

/** Somebody who wants in, and what to look at where that fails. */
interface Visitor {
  /** Absent where there is a token. */
  readonly credentials?: Credentials;
  readonly token?: string;
  readonly flags: string;
}

function visitorsOf({ credentials, token, limited }: RunOptions): Visitor[] {
  const first: Visitor =
    credentials === undefined
      ? { token: token ?? '', flags: '--token' }
      : { credentials, flags: '--username, the password and --eauth' };
  if (limited === undefined) return [first];
  return [first, { credentials: limited, flags: '--limited (or SALTPROOF_LIMITED) and --eauth' }];
}

/** Logs in; with a token, runs no chunk at all, which takes a session and does nothing. */
function knock(requests: Requests, { credentials, token = '' }: Visitor): Promise<Reply> {
  return credentials === undefined
    ? requests.post('/', [], [['X-Auth-Token', token]])
    : requests.post('/login', credentials);
}

/** Whether this is what every salt-api wraps its answers in; what is in there is for requirements to judge. */
function isSaltAnswer({ body }: Reply): boolean {
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === 'object' && value !== null && 'return' in value;
  } catch {
    return false;
  }
}

function silenceHint(url: string): string {
  return url.startsWith('http:')
    ? `Is it a salt-api that listens at ${url}? If it speaks TLS, write https://.`
    : `Is it a salt-api that listens at ${url}?`;
}

function stranger(url: string, reply: Reply): string {
  const type = reply.header('Content-Type') ?? 'no Content-Type';
  const start = JSON.stringify(reply.body.slice(0, 60));
  return `${url} answered 200, but not as a salt-api does: ${type}, beginning ${start}. Is this the base URL of a salt-api?`;
}

function refusal(url: string, reply: Reply, { credentials, flags }: Visitor): string {
  const whom =
    credentials === undefined
      ? 'the session of --token'
      : `"${credentials.username}" by eauth "${credentials.eauth}"`;
  return `${url} did not let ${whom} in: it answered ${reply.status} ${reply.reason}. ${hintFor(url, reply, flags)}`;
}

function hintFor(url: string, reply: Reply, flags: string): string {
  if (reply.status === 401) return `Check ${flags}.`;
  const location = reply.header('Location');
  if (location !== undefined)
    return `It points to ${location}, where nothing is sent unasked; name the base URL there.`;
  if (reply.status === 400 && url.startsWith('http:') && /HTTPS|SSL/.test(reply.body))
    return 'It speaks TLS; write https://.';
  if (reply.status >= 500) return 'Look into the log of the server.';
  return 'Is this the base URL of a salt-api?';
}
