import type { Credentials, SaltApi, SaltApiSettings } from '../specs/run-options.ts';
import type { Redactor } from '../specs/target/redact.ts';
import type { Reply } from '../specs/target/reply.ts';
import type { Requests } from '../specs/target/requests.ts';
import { bodyOf, keysOf } from '../specs/target/return-of.ts';
import { moduleOf, otherModuleHint } from './other-module.ts';
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
    if (reply.status !== 200)
      throw new UnreachableError(refusal(url, reply, visitor, settings.api));
    if (!isSaltAnswer(reply))
      throw new UnreachableError(redactor.text(strangeAnswer(url, reply, 'a salt-api')));
    if (visitor.credentials !== undefined && isOfOtherModule(reply, settings.api))
      throw new UnreachableError(
        `${url} lets "${visitor.credentials.username}" in, but not as a rest_${settings.api} does. ${otherModuleHint(reply, settings.api)}`,
      );
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

/**
 * Whether a log-in is another module's, by two signs: the name of the server, and X-Auth-Token, which
 * rest_cherrypy answers and rest_tornado does not. Who has built either on another server is judged.
 */
function isOfOtherModule(reply: Reply, api: SaltApi): boolean {
  const other = moduleOf(reply);
  const answersAs = reply.header('X-Auth-Token') === undefined ? 'tornado' : 'cherrypy';
  return other !== undefined && other !== api && other === answersAs;
}

function refusal(url: string, reply: Reply, { credentials, flags }: Visitor, api: SaltApi): string {
  const whom =
    credentials === undefined
      ? 'the session of --token'
      : `"${credentials.username}" by eauth "${credentials.eauth}"`;
  // rest_tornado sends whoever has no session that is any good to its log-in.
  const isSentToLogin = api === 'tornado' && reply.header('Location') === '/login';
  const hint =
    otherModuleHint(reply, api) ??
    (isSentToLogin ? `Check ${flags}.` : refusalHint(url, reply, flags, 'salt-api'));
  return `${url} did not let ${whom} in: it answered ${reply.status} ${reply.reason}. ${hint}`;
}
