import express, { type Express, type RequestHandler } from 'express';

/**
 * An Express that adds nothing of its own to replies.
 *
 * @param before what sees a request first: the control API
 */
export function bareApp(before: readonly RequestHandler[] = []): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  for (const handler of before) app.use(handler);
  return app;
}
