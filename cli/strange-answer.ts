import type { Reply } from '../specs/target/reply.ts';

/**
 * What is said of a target that answers, and not as it should.
 *
 * @param listener what is expected to listen there
 */
export function strangeAnswer(url: string, reply: Reply, listener: string): string {
  const type = reply.header('Content-Type') ?? 'no Content-Type';
  const start = JSON.stringify(reply.body.slice(0, 60));
  const name = listener.replace(/^an? /, '');
  return `${url} answered ${reply.status}, but not as ${listener} does: ${type}, beginning ${start}. Is this the base URL of a ${name}?`;
}
