import type { RequestHandler } from 'express';

/** Milliseconds after which a request counts as one that the simulator has no answer to. */
const NO_ANSWER_AFTER = 250;

/** Answers what the simulator never answers. */
export const answeringAll: RequestHandler = (_, res, next) => {
  setTimeout(() => {
    if (!res.headersSent) res.status(500).end();
  }, NO_ANSWER_AFTER);
  next();
};
