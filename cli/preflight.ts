import { NotVerified } from '../specs/not-verified.ts';
import type { RunOptions } from '../specs/run-options.ts';
import { ExchangeLog } from '../specs/target/exchange-log.ts';
import { HttpClient } from '../specs/target/http.ts';
import { UnreachableError } from './unreachable-error.ts';

/**
 * Makes sure that a target answers and takes the credentials, before anything is judged.
 *
 * @throws UnreachableError saying what it did instead
 */
export async function preflight(options: RunOptions): Promise<void> {
  const [url = ''] = options.targets;
  const client = new HttpClient(url, options);
  const { username, eauth } = options.credentials;
  try {
    const reply = await client.send(
      {
        method: 'POST',
        path: '/login',
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/json'],
        ],
        body: JSON.stringify(options.credentials),
      },
      new ExchangeLog(),
    );
    if (reply.status === 200) return;
    const hint =
      reply.status === 401
        ? 'Check --username, --password and --eauth.'
        : 'Is this the base URL of a salt-api?';
    throw new UnreachableError(
      `${url} did not let "${username}" in by eauth "${eauth}": it answered ${reply.status} ${reply.reason}. ${hint}`,
    );
  } catch (error) {
    if (!(error instanceof NotVerified)) throw error;
    throw new UnreachableError(`${error.message}. Is a salt-api listening at ${url}?`, {
      cause: error,
    });
  } finally {
    client.close();
  }
}
