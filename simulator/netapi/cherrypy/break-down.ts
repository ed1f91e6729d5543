import { httpDate } from '../../python/datetime.ts';
import type { Exchange } from './exchange.ts';

/**
 * Answers as cheroot does where CherryPy itself breaks down: plain text with Python's traceback, of
 * which ours has the first and last lines.
 */
export function breakDown(exchange: Exchange, error: string): void {
  const { req, res, server } = exchange;
  exchange.isTakenOver = true;
  const body = `Unrecoverable error in the server.\nTraceback (most recent call last):\n${error}\n`;
  for (const name of ['date', 'connection', 'transfer-encoding']) res.removeHeader(name);
  res.writeHead(500, 'Internal Server Error', [
    'Content-Type',
    'text/plain',
    'Content-Length',
    String(body.length),
    ...(req.httpVersion === '1.0' ? [] : ['Connection', 'close']),
    'Date',
    httpDate(server.master.clock.now()),
    'Server',
    server.host,
  ]);
  res.shouldKeepAlive = false;
  res.end(exchange.method === 'HEAD' ? undefined : body);
}
