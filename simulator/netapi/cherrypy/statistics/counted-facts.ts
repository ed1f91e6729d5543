import type { Exchange } from '../exchange.ts';
import type { AnswerFacts, RequestFacts } from './statistics.ts';
import { reasonOf } from '../answer/status.ts';

/** What the statistics say of a request. */
export function requestFacts({
  req,
  remoteIp,
  mount,
  path,
  query,
  method,
}: Exchange): RequestFacts {
  const url = `${mount}${path}${query === '' ? '' : `?${query}`}`;
  return {
    client: `${remoteIp}:${req.socket.remotePort ?? 0}`,
    requestLine: `${method} ${url} HTTP/${req.httpVersion}`,
  };
}

/** What they say of its answer, by its own head: that of a HEAD has the length of what a GET would get. */
export function answerFacts(exchange: Exchange): AnswerFacts {
  const { bytesRead, responseHeaders, status = 200, tools } = exchange;
  return {
    bytesRead,
    bytesWritten: tools.stream ? undefined : Number(responseHeaders.get('Content-Length') ?? 0),
    status: `${status} ${reasonOf(status)}`,
  };
}
