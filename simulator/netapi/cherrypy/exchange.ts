import type { Request, Response } from 'express';
import type { Master } from '../../master/master.ts';
import type { PyValue } from '../../python/value.ts';
import type { RequestHeaders } from './request-headers.ts';
import { requestHeaders } from './request-headers.ts';
import { NO_TOOLS, type Tools } from './resource.ts';
import type { Session, SessionStore } from './session-store.ts';

/** What all requests to one server share. */
export interface Server {
  readonly master: Master;
  readonly sessions: SessionStore;
  /** When the server started, in microseconds since the epoch. */
  readonly startTime: number;
  /** On the wire in the Server header and on error pages. */
  readonly cherrypyVersion: string;
}

/** One request on its way through the pipeline, and the answer as it takes shape. */
export class Exchange {
  readonly server: Server;
  readonly req: Request;
  readonly res: Response;
  readonly method: string;
  /** The path before the query, not decoded. */
  readonly path: string;
  readonly query: string;
  readonly headers: RequestHeaders;
  readonly remoteIp: string;

  /** The tools that are on for what the path and method name. */
  tools: Tools = NO_TOOLS;
  /** Runs the handler; undefined once a tool has answered in its place. */
  handler: (() => PyValue | undefined | Promise<PyValue | undefined>) | undefined;
  /** The request's cookies by name. */
  cookies: ReadonlyMap<string, string> = new Map();
  /** The session id that the request brings, by cookie or header. */
  sessionId: string | undefined;
  session: Session | undefined;
  /** Whether the request's body is to be read. */
  processesBody = true;
  /** The body as its content type was read; null where there was none. */
  data: PyValue = null;
  rawBody = '';
  /** The low data: what the body says is to be done. */
  lowstate: PyValue = null;

  status: number | undefined;
  /** The answer's headers by their name on the wire, in order. */
  readonly responseHeaders = new Map<string, string>();
  body: Buffer | string = '';
  /** Whether a handler has taken over the response and writes it itself. */
  isTakenOver = false;

  constructor(server: Server, req: Request, res: Response) {
    this.server = server;
    this.req = req;
    this.res = res;
    this.method = req.method;
    const [path, query] = splitOnce(req.url, '?');
    this.path = path;
    this.query = query;
    this.headers = requestHeaders(req.rawHeaders);
    this.remoteIp = req.socket.remoteAddress ?? '';
  }

  get master(): Master {
    return this.server.master;
  }

  /**
   * The session of this request.
   *
   * @throws TypeError where the resource has none, as CherryPy fails on it
   */
  requireSession(): Session {
    if (this.session === undefined) throw new TypeError('no session was opened for this request');
    return this.session;
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
