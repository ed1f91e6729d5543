import { SaltError, type SaltErrorKind } from '../../../master/salt-error.ts';
import { dumps } from '../../../python/json-dumps.ts';
import { dict, type PyValue } from '../../../python/value.ts';
import { dumpYaml } from '../../../python/yaml/dump.ts';
import { acceptElements } from '../request/accept-elements.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { tellDefect } from '../../../tell-defect.ts';

/** What a value can be sent as, most preferred first. */
const WRITERS: readonly (readonly [mediaType: string, write: (value: PyValue) => string])[] = [
  ['application/json', dumps],
  ['application/x-yaml', dumpYaml],
];

/** The statuses of Salt's exceptions; all others are a 500 in the body's own format. */
const STATUSES: Readonly<Partial<Record<SaltErrorKind, number>>> = {
  AuthenticationError: 401,
  AuthorizationError: 401,
  EauthAuthenticationError: 401,
  TokenAuthenticationError: 401,
  SaltInvocationError: 400,
  SaltDaemonNotRunning: 503,
  SaltReqTimeoutError: 503,
  SaltClientTimeout: 504,
};

/**
 * Runs the handler and writes what it gives in the format the client wants.
 *
 * The format is chosen after the handler ran: a 406 does not mean that nothing was done.
 *
 * @throws HTTPError
 */
export async function hypermediaOut(exchange: Exchange): Promise<void> {
  const value = await runHandler(exchange);
  if (exchange.isTakenOver || value === undefined) return;
  const [mediaType, write] = chooseWriter(exchange.headers.get('accept'));
  exchange.responseHeaders.set('Content-Type', mediaType);
  exchange.body = write(value);
}

async function runHandler(exchange: Exchange): Promise<PyValue | undefined> {
  try {
    return await exchange.handler?.();
  } catch (error) {
    if (!exchange.tools.hypermedia_out || error instanceof HTTPError) throw error;
    const status = error instanceof SaltError ? STATUSES[error.kind] : undefined;
    if (status !== undefined)
      throw new HTTPError(status, status === 504 ? undefined : (error as SaltError).message);
    tellDefect(error, `${exchange.req.method} ${exchange.req.url}`);
    exchange.status = 500;
    return dict({ status: 500, return: 'An unexpected error occurred' });
  }
}

function chooseWriter(accept: string | undefined): (typeof WRITERS)[number] {
  const elements = acceptElements(accept);
  const [standard] = WRITERS;
  if (elements.length === 0 && standard !== undefined) return standard;
  for (const { value, q } of elements) {
    const writer =
      q > 0 ? WRITERS.find(([mediaType]) => matchesRange(mediaType, value)) : undefined;
    if (writer !== undefined) return writer;
  }
  const types = WRITERS.map(([mediaType]) => mediaType).join(', ');
  throw new HTTPError(
    406,
    `Your client sent this Accept header: ${accept}. But this resource only emits these media types: ${types}.`,
  );
}

function matchesRange(mediaType: string, range: string): boolean {
  if (range === '*/*') return true;
  return range.endsWith('/*') ? mediaType.startsWith(range.slice(0, -1)) : range === mediaType;
}
