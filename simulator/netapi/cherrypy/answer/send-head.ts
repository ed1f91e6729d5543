import type { ServerResponse } from 'node:http';
import { reasonOf } from './status.ts';

/** Headers that Node would add on its own account. */
const ADDED_BY_NODE = ['date', 'connection', 'transfer-encoding'];

/** Sends the head of an answer, with these headers and no others. */
export function sendHead(
  res: ServerResponse,
  status: number,
  headers: readonly string[],
  closes: boolean,
): void {
  for (const name of ADDED_BY_NODE) res.removeHeader(name);
  res.writeHead(status, reasonOf(status), headers as string[]);
  // Only now: Node believes a Connection header, where cheroot goes by what the client wants.
  res.shouldKeepAlive = !closes;
}
