import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { bareApp } from '../../bare-app.ts';
import type { Raas } from '../raas.ts';
import { logIn, showAccount } from './account.ts';
import { cloudConsole } from './csp.ts';
import { sendErrorPage } from './error-page.ts';
import { callMethods } from './rpc.ts';
import { sendJson } from './send-json.ts';
import { showVersion } from './version.ts';
import { checkXsrf, giveXsrfToken } from './xsrf.ts';

/** The most that a body may hold: Tornado's own limit. */
const MOST_BYTES = 100 * 1024 * 1024;

/** The name of the server, Tornado's. */
const SERVER = 'TornadoServer/6.4.1';

/**
 * RaaS's HTTP bridge: log-in, version and RPC, also below `/raas`; everything else is a 404 (raas §1).
 *
 * @param before what sees a request first: the control API
 */
export function bridge(raas: Raas, before: readonly RequestHandler[] = []): Express {
  const app = bareApp(before);
  app.use(cloudConsole(raas));
  app.use((_req, res, next) => {
    res.setHeader('Server', SERVER);
    res.setHeader('RaaS-Instance-ID', raas.instanceId);
    next();
  });
  app.use(giveXsrfToken(raas));
  app.use('/raas', routes(raas));
  app.use(routes(raas));
  app.use((_req, res) => sendErrorPage(res, 404));
  app.use(refuseBadBodies);
  return app;
}

function routes(raas: Raas): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const body = express.text({ type: () => true, limit: MOST_BYTES });
  const checked = [body, checkXsrf(raas)];
  router.get(['/account/login', '/account/login/'], showAccount(raas));
  router.post(['/account/login', '/account/login/'], checked, logIn(raas));
  router.get('/version', showVersion());
  router.post('/rpc', checked, callMethods(raas));
  router.all(['/account/login', '/account/login/', '/version', '/rpc'], (_req, res) =>
    sendErrorPage(res, 405),
  );
  return router;
}

/** A body that could not be read: too long, broken off, in an unknown encoding. */
const refuseBadBodies: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const { status, message } = error as { status?: unknown; message?: unknown };
  if (typeof status === 'number' && status < 500)
    sendJson(res, status, {
      errors: [{ title: 'Bad request', message: String(message), detail: '' }],
    });
  else next(error);
};
