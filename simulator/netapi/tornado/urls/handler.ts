import type { Exchange } from '../exchange.ts';
import { signedIn } from '../pipeline/token-of.ts';
import type { Reply } from '../web/reply.ts';

/** Answers a request; undefined where it has taken the response over. */
export type Method = (exchange: Exchange, path: string | undefined) => Answer;
/** What comes of it. */
export type Answer = Reply | undefined | Promise<Reply | undefined>;

/** What a path answers to, by method. */
export interface Handler {
  readonly GET?: Method;
  readonly POST?: Method;
  /** Methods that take no part of the path: one that has it is a mistake of Salt's. */
  readonly withoutPath?: readonly string[];
  /** Whether it stands on Tornado's websockets, not on Salt's handler: it knows GET alone, and neither Accept nor CORS. */
  readonly isWebsocket?: boolean;
}

/** Lets nobody in who has not signed in: they are sent to where one does (rest-tornado-wsgi §2.9). */
export function forSignedIn(method: Method): Method {
  return (exchange, path) => (signedIn(exchange) === undefined ? TO_LOGIN : method(exchange, path));
}

const TO_LOGIN: Reply = {
  status: 302,
  contentType: 'text/html; charset=UTF-8',
  headers: [['Location', '/login']],
  body: '',
};
