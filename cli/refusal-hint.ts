import type { Reply } from '../specs/target/reply.ts';

/**
 * What to do about a target that does not let somebody in.
 *
 * @param flags what named them
 * @param listener what is expected to listen there
 */
export function refusalHint(url: string, reply: Reply, flags: string, listener: string): string {
  if (reply.status === 401) return `Check ${flags}.`;
  const location = reply.header('Location');
  if (location !== undefined)
    return `It points to ${location}, where nothing is sent unasked; name the base URL there.`;
  if (reply.status === 400 && url.startsWith('http:') && /HTTPS|SSL/.test(reply.body))
    return 'It speaks TLS; write https://.';
  // 501 is what a server of files says to a POST.
  if (reply.status >= 500 && reply.status !== 501) return 'Look into the log of the server.';
  return `Is this the base URL of a ${listener}?`;
}
