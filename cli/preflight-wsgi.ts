import type { Redactor } from '../specs/target/redact.ts';
import type { Requests } from '../specs/target/requests.ts';
import { bodyOf, keysOf } from '../specs/target/return-of.ts';
import { otherModuleHint } from './other-module.ts';
import { strangeAnswer } from './strange-answer.ts';
import { UnreachableError } from './unreachable-error.ts';

/**
 * Sees whether a rest_wsgi listens, by low data without chunks: there is no log-in, so whether it
 * takes the credentials is for requirements to find out. Today's Salt answers 500 whatever it is asked.
 *
 * @throws UnreachableError where there is something else
 */
export async function enterWsgi(
  url: string,
  requests: Requests,
  redactor: Redactor,
): Promise<void> {
  const reply = await requests.post('/', []);
  const isWsgi = reply.status === 500 || keysOf(bodyOf(reply)).includes('return');
  if (isWsgi) return;
  const said = [strangeAnswer(url, reply, 'a rest_wsgi'), otherModuleHint(reply, 'wsgi') ?? []];
  throw new UnreachableError(redactor.text(said.flat().join(' ')));
}
