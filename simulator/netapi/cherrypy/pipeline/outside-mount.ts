import { httpDate } from '../../../python/datetime.ts';
import type { Exchange } from '../exchange.ts';

/** Whether the path lies outside what `root_prefix` mounts the API at; repeated slashes count. */
export function isOutsideMount({ mount, rawPath }: Exchange): boolean {
  return mount !== '' && rawPath !== mount && !rawPath.startsWith(`${mount}/`);
}

/** Answers as CherryPy's tree of applications does, without any of them: a bare 404 (seen on 3008.3). */
export function answerOutsideMount(exchange: Exchange): void {
  const { req, res, server, headers, method } = exchange;
  exchange.isTakenOver = true;
  const isOld = req.httpVersion === '1.0';
  const isChunked = !isOld && method !== 'HEAD';
  const closes = isOld || method === 'HEAD' || headers.get('connection') === 'close';
  const head = [
    ...(isChunked ? ['Transfer-Encoding', 'chunked'] : []),
    ...(closes && !isOld ? ['Connection', 'close'] : []),
    'Date',
    httpDate(server.master.clock.now()),
    'Server',
    server.host,
  ];
  for (const name of ['date', 'connection', 'transfer-encoding']) res.removeHeader(name);
  res.writeHead(404, 'Not Found', head);
  res.shouldKeepAlive = !closes;
  res.end();
}
