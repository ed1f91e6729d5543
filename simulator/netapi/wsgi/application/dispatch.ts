import type { Master } from '../../../master/master.ts';
import { SaltError } from '../../../master/salt-error.ts';
import { tellDefect } from '../../../tell-defect.ts';
import type { Environ } from './environ.ts';
import { HTTPError } from './http-error.ts';
import { readJson } from './read-json.ts';
import { jsonReply, unserialisable, type Reply, type Status } from './reply.ts';
import { runLowstate } from './run-lowstate.ts';

/** What anybody is told who sends a GET: the joke of the documentation's author. */
const JOKE = "They found me. I don't know how, but they found me. Run for it, Marty!";

/** What is to be done for a request once its turn has come. */
export type Work = () => Reply | Promise<Reply>;

/**
 * Reads a request, and gives what is to be done for it. Only the method counts: there is one address,
 * and every path is it (rest-tornado-wsgi §7.2).
 */
export async function dispatch(master: Master, environ: Environ): Promise<Work> {
  const { method } = environ;
  // The text is made a list like everything else: of its characters.
  if (method === 'GET') return () => jsonReply(200, Array.from(JOKE));
  if (method !== 'POST') return () => jsonReply(405, '405: Method Not Allowed');
  try {
    const lowstate = await readJson(environ);
    return async () => {
      const { values, hasGenerator } = await runLowstate(master, lowstate);
      return hasGenerator ? unserialisable('generator') : jsonReply(200, [...values]);
    };
  } catch (error) {
    return () => failure(error);
  }
}

/**
 * The reply for what was raised: 401 where the exception is Salt's EauthAuthenticationError, and no
 * other of its kin; wrong passwords mostly raise one that is not (rest-tornado-wsgi §7.3).
 */
export function failure(error: unknown): Reply {
  tellDefect(error, 'a request to rest_wsgi');
  return jsonReply(statusOf(error), error instanceof Error ? error.message : String(error));
}

function statusOf(error: unknown): Status {
  if (error instanceof HTTPError) return error.status;
  return error instanceof SaltError && error.kind === 'EauthAuthenticationError' ? 401 : 500;
}
