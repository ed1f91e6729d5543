import type { Request } from 'express';
import { HTTPError } from '../web/http-error.ts';
import type { Reply } from '../web/reply.ts';

/**
 * OPTIONS, which a browser asks first: whatever headers it names are allowed (rest-tornado-wsgi §2.7).
 *
 * @throws HTTPError 500 where it names none
 */
export function preflight(req: Request): Reply {
  const wanted = req.get('Access-Control-Request-Headers');
  if (wanted === undefined) throw new HTTPError(500);
  return {
    status: 204,
    body: '',
    headers: [
      ['Access-Control-Allow-Headers', wanted],
      ['Access-Control-Expose-Headers', 'X-Auth-Token'],
      ['Access-Control-Allow-Methods', 'OPTIONS, GET, POST'],
    ],
  };
}
