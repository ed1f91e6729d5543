import type { Credentials, SaltApiSettings } from '../specs/run-options.ts';
import type { Redactor } from '../specs/target/redact.ts';
import type { Reply } from '../specs/target/reply.ts';
import type { Requests } from '../specs/target/requests.ts';
import { bodyOf, keysOf } from '../specs/target/return-of.ts';
import { refusalHint } from './refusal-hint.ts';
import { strangeAnswer } from './strange-answer.ts';
import { UnreachableError } from './unreachable-error.ts';

/**
 * Logs in to a salt-api as everybody of the run.
 *
 * @throws UnreachableError where it does not let them in, or is none
 */
export async function enterSaltApi(
  url: string,
  requests: Requests,
  settings: SaltApiSettings,
  redactor: Redactor,
): Promise<void> {
  for (const visitor of visitorsOf(settings)) {
    const reply = await knock(requests, visitor);
    if (reply.status !== 200) throw new UnreachableError(refusal(url, reply, visitor));
    if (!isSaltAnswer(reply))
      throw new UnreachableError(redactor.text(strangeAnswer(url, reply, 'a salt-api')));
  }
}

/** Somebody who wants in, and what to look at where that fails. */
interface Visitor {
  /** Absent where there is a token. */
  readonly credentials?: Credentials;
  readonly token?: string;
  readonly flags: string;
}

function visitorsOf({ credentials, token, limited }: SaltApiSettings): Visitor[] {
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
function isSaltAnswer(reply: Reply): boolean {
  return keysOf(bodyOf(reply)).includes('return');
}

function refusal(url: string, reply: Reply, { credentials, flags }: Visitor): string {
  const whom =
    credentials === undefined
      ? 'the session of --token'
      : `"${credentials.username}" by eauth "${credentials.eauth}"`;
  return `${url} did not let ${whom} in: it answered ${reply.status} ${reply.reason}. ${refusalHint(url, reply, flags, 'salt-api')}`;
}
