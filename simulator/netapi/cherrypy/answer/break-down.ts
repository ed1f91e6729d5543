import { httpDate } from '../../../python/datetime.ts';
import type { Exchange } from '../exchange.ts';

const WHILE_HANDLED = '\nDuring handling of the above exception, another exception occurred:\n\n';

/**
 * Answers as cheroot does where CherryPy itself breaks down: plain text with Python's traceback, of
 * which ours has what was raised and no frames.
 *
 * @param raised the last lines of one traceback, then those of what was raised while it was handled
 */
export function breakDown(exchange: Exchange, ...raised: readonly string[]): void {
  const { req, res, server, headers } = exchange;
  exchange.isTakenOver = true;
  const tracebacks = raised.map((error) => `Traceback (most recent call last):\n${error}\n`);
  const body = `Unrecoverable error in the server.\n${tracebacks.join(WHILE_HANDLED)}`;
  const isOld = req.httpVersion === '1.0';
  const closes = isOld || headers.get('connection') === 'close';
  for (const name of ['date', 'connection', 'transfer-encoding']) res.removeHeader(name);
  res.writeHead(500, 'Internal Server Error', [
    'Content-Type',
    'text/plain',
    'Content-Length',
    String(body.length),
    ...(closes && !isOld ? ['Connection', 'close'] : []),
    'Date',
    httpDate(server.master.clock.now()),
    'Server',
    server.host,
  ]);
  res.shouldKeepAlive = !closes;
  res.end(exchange.method === 'HEAD' ? undefined : body);
}
