import type { ServerResponse } from 'node:http';
import type { Master } from '../../master/master.ts';
import { httpDate } from '../../python/datetime.ts';
import { dispatch, failure } from './application/dispatch.ts';
import { environOf } from './application/environ.ts';
import { BREAKDOWN, type Reply } from './application/reply.ts';
import type { OldRequest } from './http-server/old-request.ts';
import type { Turns } from './turns.ts';

/**
 * Answers a request.
 *
 * Where bodies are text, which WSGI does not take, wsgiref breaks down over every reply. By then the
 * low data has run (rest-tornado-wsgi §7.6; seen on 3006.28, 3007.15 and 3008.3).
 */
export async function respond(
  master: Master,
  turns: Turns,
  req: OldRequest,
  res: ServerResponse,
): Promise<void> {
  const work = await dispatch(master, environOf(req));
  const reply = await turns.take(work).catch(failure);
  send(master, res, master.profile.wsgi.bodies === 'text' ? BREAKDOWN : reply);
}

/** Headers that Node would add on its own account. */
const ADDED_BY_NODE = ['date', 'connection', 'transfer-encoding'];

function send({ clock, profile }: Master, res: ServerResponse, reply: Reply): void {
  const { status, reason, headers, body } = reply;
  for (const name of ADDED_BY_NODE) res.removeHeader(name);
  const head = [
    ['Date', httpDate(clock.now())],
    ['Server', `WSGIServer/0.2 CPython/${profile.wsgi.python}`],
    ...headers,
  ];
  res.writeHead(status, reason, head.flat());
  res.end(body);
}
