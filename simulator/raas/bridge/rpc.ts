import type { RequestHandler } from 'express';
import type { Json } from '../json.ts';
import { ANYBODY, isOpen } from '../plugin/open-calls.ts';
import type { Raas } from '../raas.ts';
import { answerCall } from '../rpc/answer-call.ts';
import { batchOf, type Envelope } from '../rpc/envelope.ts';
import { headersOf } from './headers-of.ts';
import { readJson } from './read-json.ts';
import { sendRefusal } from './refusals.ts';
import { sendJson } from './send-json.ts';
import { signInOf } from './sign-in.ts';

/** `POST /rpc`: one call, or a list of them that are carried out in order (raas §4). */
export function callMethods(raas: Raas): RequestHandler {
  return async (req, res) => {
    const signIn = signInOf(raas, req);
    if (signIn.caller === undefined && !isOpen(req.body)) {
      sendRefusal(res, signIn.refusal);
      return;
    }
    const caller = signIn.caller ?? ANYBODY;
    const body = readJson(req, res);
    if (body === undefined) return;
    const headers = headersOf(req);
    if (!Array.isArray(body)) {
      sendJson(res, 200, await answerCall(raas, caller, body, headers));
      return;
    }
    const envelopes: Envelope[] = [];
    for (const call of body as readonly Json[])
      envelopes.push(await answerCall(raas, caller, call, headers));
    sendJson(res, 200, batchOf(envelopes));
  };
}
