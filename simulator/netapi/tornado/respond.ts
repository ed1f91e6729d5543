import type { Request, Response } from 'express';
import { decodeUtf8 } from '../../python/decode-utf8.ts';
import { splitOnce } from '../../python/split-once.ts';
import { tellDefect } from '../../tell-defect.ts';
import { allowedOrigin } from './pipeline/allowed-origin.ts';
import { chooseWriter } from './pipeline/choose-writer.ts';
import { merged, rawArguments } from './pipeline/form-arguments.ts';
import { readBody } from './pipeline/read-body.ts';
import type { Exchange, TornadoServer } from './exchange.ts';
import { hasBrokenMultipart } from './pipeline/broken-multipart.ts';
import { preflight } from './pipeline/preflight.ts';
import { unquoteToBytes } from './pipeline/unquote-to-bytes.ts';
import type { Answer } from './urls/handler.ts';
import { routeOf, type Route } from './urls/routes.ts';
import { HTTPError } from './web/http-error.ts';
import { NoAnswer } from './web/no-answer.ts';
import { errorPage, sendReply, type Reply } from './web/reply.ts';

/** The methods that Tornado has heard of; those it has not are refused before anything is looked at. */
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'DELETE', 'PATCH', 'PUT', 'OPTIONS'];

const FORM = 'application/x-www-form-urlencoded';

/**
 * Answers a request: route, method, Accept and body are looked at in this order, and only then who
 * asks (rest-tornado-wsgi §2.9; seen on 3006.28, 3007.15 and 3008.3).
 */
export async function respond(
  server: TornadoServer,
  req: Request,
  res: Response,
  { uri, body }: { readonly uri: string; readonly body: Buffer },
): Promise<void> {
  const [pathname, search] = splitOnce(uri, '?');
  const route = routeOf(server.routes, pathname);
  const hasSaltHandler = route !== undefined && route.handler.isWebsocket !== true;
  if (hasSaltHandler) server.hasEventListener = true;
  const corsOrigin = server.master.config.rest_tornado.cors_origin;
  const exchange: Exchange = {
    server,
    req,
    res,
    body,
    allowedOrigin: hasSaltHandler ? allowedOrigin(corsOrigin, req.get('Origin')) : undefined,
    writer: { contentType: '', write: () => '' },
    payload: undefined,
    lowstate: undefined,
    query: new Map(),
  };
  try {
    const reply = await answer(exchange, route, search);
    if (reply !== undefined) sendReply(exchange, reply);
  } catch (error) {
    if (error instanceof NoAnswer) return;
    sendReply(exchange, errorPage(error instanceof HTTPError ? error.status : 500));
    tellDefect(error, `${req.method} ${uri}`);
  }
}

async function answer(
  bare: Exchange,
  route: Route | undefined,
  search: string,
): Promise<Reply | undefined> {
  const { req, res, server } = bare;
  const isBroken = hasBrokenMultipart(req.get('Content-Type'), bare.body);
  if (isBroken && server.master.profile.tornado.brokenMultipart === 'connection closed') {
    res.destroy();
    return undefined;
  }
  if (!KNOWN_METHODS.includes(req.method)) return errorPage(405);
  if (isBroken) return errorPage(400);
  if (route === undefined) return errorPage(404);
  if (route.handler.isWebsocket === true) return handshake(bare, route);
  const path = route.path === undefined ? undefined : decoded(route.path);
  const exchange = prepare(bare, search);
  if (req.method === 'OPTIONS') return preflight(req);
  const method = req.method === 'GET' || req.method === 'POST' ? req.method : undefined;
  const handle = method === undefined ? undefined : route.handler[method];
  if (method === undefined || handle === undefined) return errorPage(405);
  if (path !== undefined && route.handler.withoutPath?.includes(method)) return errorPage(500);
  return handle(exchange, path);
}

function handshake(exchange: Exchange, { handler, path }: Route): Answer {
  return exchange.req.method === 'GET' ? handler.GET?.(exchange, path) : errorPage(405);
}

/**
 * The part of a path that methods are handed, its escapes undone.
 *
 * @throws HTTPError 400 where that is no UTF-8
 */
function decoded(path: string): string {
  const text = decodeUtf8(Buffer.from(unquoteToBytes(path.replaceAll('+', '%2B')), 'latin1'));
  if (text === undefined) throw new HTTPError(400);
  return text;
}

/** @throws HTTPError for an Accept that nothing fits, and for a body that cannot be read */
function prepare(exchange: Exchange, search: string): Exchange {
  const { req, server, body } = exchange;
  const { headerReader: reader } = server.master.profile.tornado;
  const writer = chooseWriter(req.get('Accept'), reader);
  if (writer === undefined) throw new HTTPError(406);
  const contentType = req.get('Content-Type');
  const query = rawArguments(search);
  const form = (contentType ?? '').startsWith(FORM)
    ? rawArguments(body.toString('latin1'))
    : new Map();
  const both = merged(query, form);
  const read = readBody({ body, contentType, arguments: both, reader });
  return {
    ...exchange,
    writer,
    payload: read?.payload,
    lowstate: read?.lowstate,
    query: new Map([...both].filter(([name]) => query.has(name))),
  };
}
