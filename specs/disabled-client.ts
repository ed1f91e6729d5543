import type { Exchange } from '../report/result.ts';

/** Salt's words about a client that the master does not let netapi modules use (seen on 3006.28, 3007.15, 3008.3). */
const REFUSAL = /Client disabled: '(\w+)'\. Add to 'netapi_enable_clients'/;

/** How rest_cherrypy and rest_wsgi say it; rest_tornado never does. */
const REFUSED: readonly number[] = [400, 500];

/**
 * The client that a target refused to use because its configuration does not name it: what needs it
 * could not be tried there, and says nothing about the target.
 */
export function disabledClient(exchanges: readonly Exchange[]): string | undefined {
  return exchanges
    .filter(({ response }) => REFUSED.includes(response?.status ?? 0))
    .map(({ response }) => REFUSAL.exec(response?.body ?? '')?.[1])
    .find((client) => client !== undefined);
}
