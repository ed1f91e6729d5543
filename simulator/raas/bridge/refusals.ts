import type { Response } from 'express';
import { sendJson } from './send-json.ts';

/** Why a request is not let in; clients tell the first two apart by their words (raas §3.8). */
export type Refusal =
  | { readonly title: 'Invalid credentials'; readonly detail: string }
  | { readonly title: 'JWT not authorized'; readonly detail: string }
  | { readonly title: 'Not authenticated'; readonly detail: string };

const MESSAGES: Readonly<Record<Refusal['title'], string>> = {
  'Invalid credentials': 'The credentials are not valid.',
  'JWT not authorized': 'jwt not authorized',
  'Not authenticated': 'This needs credentials.',
};

/** Answers that nobody is let in: 401, and in JSON why. */
export function sendRefusal(res: Response, { title, detail }: Refusal): void {
  sendJson(res, 401, { errors: [{ title, message: MESSAGES[title], detail }] });
}
