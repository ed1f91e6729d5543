import { httpDate } from '../../../python/datetime.ts';
import type { Exchange } from '../exchange.ts';
import { sendHead } from './send-head.ts';

/**
 * Answers where no application of CherryPy does: cheroot puts the date and its own name last, and
 * what has no length comes in chunks.
 *
 * @param body plain text of one byte a character; without one there is neither a type nor a length
 */
export function answerAsCheroot(exchange: Exchange, status: number, body?: string): void {
  const { req, res, server, headers, method } = exchange;
  exchange.isTakenOver = true;
  const isOld = req.httpVersion === '1.0';
  const isChunked = body === undefined && !isOld && method !== 'HEAD';
  const hasEnd = body !== undefined || isChunked;
  const closes = isOld || !hasEnd || headers.get('connection') === 'close';
  const head = [
    ...(body === undefined
      ? []
      : ['Content-Type', 'text/plain', 'Content-Length', String(body.length)]),
    ...(isChunked ? ['Transfer-Encoding', 'chunked'] : []),
    ...(closes && !isOld ? ['Connection', 'close'] : []),
    'Date',
    httpDate(server.master.clock.now()),
    'Server',
    server.host,
  ];
  sendHead(res, status, head, closes);
  res.end(method === 'HEAD' ? undefined : body);
}
