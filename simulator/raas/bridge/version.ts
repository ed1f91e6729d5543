import type { RequestHandler } from 'express';
import { RAAS_VERSION } from '../raas-version.ts';
import { sendJson } from './send-json.ts';

/** `GET /version`: 200 for anybody; what it says on real RaaS is not known (raas §1). */
export function showVersion(): RequestHandler {
  return (_req, res) => sendJson(res, 200, { version: RAAS_VERSION });
}
