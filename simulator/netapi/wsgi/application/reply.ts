import { dumps } from '../../../python/json-dumps.ts';
import { dict, type PyValue } from '../../../python/value.ts';

/** What goes out to a client. */
export interface Reply {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** How rest_wsgi spells reasons. */
const REASONS = {
  200: 'OK',
  400: 'BAD REQUEST',
  401: 'UNAUTHORIZED',
  405: 'METHOD NOT ALLOWED',
  406: 'NOT ACCEPTABLE',
  500: 'INTERNAL SERVER ERROR',
} as const;

/** A status that rest_wsgi answers with. */
export type Status = keyof typeof REASONS;

/** A reply as rest_wsgi means it to be. */
export function jsonReply(status: Status, returned: PyValue): Reply {
  return saidToBeJson(status, dumps(dict({ return: returned })));
}

/** The reply where JSON has no word for what was returned: the bare reason, which is no JSON. */
export function unserialisable(typeName: string): Reply {
  return saidToBeJson(500, `Object of type ${typeName} is not JSON serializable`);
}

/** The length is counted in characters, so it is too small for what is not ASCII (rest-tornado-wsgi §7.5). */
function saidToBeJson(status: Status, body: string): Reply {
  const length = Array.from(body).length;
  return {
    status,
    reason: REASONS[status],
    headers: [
      ['Content-Length', String(length)],
      ['Content-Type', 'application/json'],
    ],
    body,
  };
}

const APOLOGY = 'A server error occurred.  Please contact the administrator.';

/** What wsgiref answers where an application breaks down (seen on 3006.28, 3007.15 and 3008.3). */
export const BREAKDOWN: Reply = {
  status: 500,
  reason: 'Internal Server Error',
  headers: [
    ['Content-Type', 'text/plain'],
    ['Content-Length', String(APOLOGY.length)],
  ],
  body: APOLOGY,
};
