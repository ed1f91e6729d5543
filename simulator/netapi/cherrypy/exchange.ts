import type { Request, Response } from 'express';
import type { Master } from '../../master/master.ts';
import type { PyValue } from '../../python/value.ts';
import type { CherootRequest } from './cheroot/cheroot-request.ts';
import { environHeaders, type RequestHeaders } from './cheroot/request-headers.ts';
import { requestUri } from './request/request-uri.ts';
import { NO_TOOLS, type Tools } from './dispatch/resource.ts';
import type { Session } from './sessions/session.ts';
import type { SessionStore } from './sessions/session-store.ts';
import type { Statistics } from './statistics/statistics.ts';
import type { SynchronizingWebsocket } from './websocket/synchronizing-websocket.ts';
import { PyException } from '../../python/exception.ts';

/** What all requests to one server share. */
export interface Server {
  readonly master: Master;
  readonly sessions: SessionStore;
  /** `root_prefix` without a slash at its end; empty where the API lies at the root. */
  readonly mount: string;
  /** The address it listens on, by which cheroot calls itself. */
  readonly host: string;
  /** When the server started, in microseconds since the epoch. */
  readonly startTime: number;
  readonly statistics: Statistics;
  /** On the wire in the Server header and on error pages. */
  readonly cherrypyVersion: string;
}

/** One request on its way through the pipeline, and the answer as it takes shape. */
export class Exchange {
  readonly server: Server;
  readonly req: Request;
  readonly res: Response;
  method: string;
  /** The decoded path below the mount, but for `%2F`; another one after a redirection within. */
  path: string;
  /** Not decoded. */
  query: string;
  /** The decoded path as it was sent, repeated slashes included. */
  readonly rawPath: string;
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
  /** What takes the connection over once the answer is out, after a good handshake. */
  websocket: SynchronizingWebsocket | undefined;
  /** Whether the request's body is to be read. */
  processesBody = true;
  /** The body as its content type was read; null where there was none. */
  data: PyValue = null;
  rawBody = '';
  /** Of the body. */
  bytesRead = 0;
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
    const { head } = req as unknown as CherootRequest;
    const { path, query } = requestUri(head.line);
    this.rawPath = head.line.path;
    this.path = path.slice(server.mount.length);
    this.query = query;
    this.headers = environHeaders(head.headers);
    this.remoteIp = req.socket.remoteAddress ?? '';
  }

  /** The path that the API lies at, without a slash at its end; empty for the root. */
  get mount(): string {
    return this.server.mount;
  }

  get master(): Master {
    return this.server.master;
  }

  /** Goes on as a GET, or HEAD, of another path, whatever was asked for. */
  redirectWithin(path: string): void {
    this.path = path;
    this.query = '';
    if (this.method !== 'HEAD') this.method = 'GET';
  }

  /**
   * The session of this request.
   *
   * @throws PyException where the resource has none, as CherryPy fails on it
   */
  requireSession(): Session {
    if (this.session === undefined) throw new PyException('no session was opened for this request');
    return this.session;
  }
}
