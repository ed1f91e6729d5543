import type { Request, Response } from 'express';
import type { Json } from '../json.ts';
import { isDeeperThan } from './is-deeper-than.ts';
import { sendJson } from './send-json.ts';

/**
 * The JSON that a request carries, whatever it says it is: clients label it as a form (raas §1).
 *
 * Where it is none the request is answered with 400, and there is nothing. What real RaaS answers is
 * not known.
 *
 * @param standard what an empty body stands for
 */
export function readJson(req: Request, res: Response, standard?: Json): Json | undefined {
  const text = typeof req.body === 'string' ? req.body : '';
  if (text.trim() === '' && standard !== undefined) return standard;
  if (isDeeperThan(text, DEEPEST)) {
    refuse(res, `More than ${DEEPEST} lists and objects stand in each other.`);
    return undefined;
  }
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    refuse(res, (error as Error).message);
    return undefined;
  }
}

/** How deep JSON may go: about as deep as Python reads it. */
const DEEPEST = 900;

function refuse(res: Response, detail: string): void {
  const message = 'The body of the request is not JSON.';
  sendJson(res, 400, { errors: [{ title: 'Bad request', message, detail }] });
}
