import type { Json, JsonObject } from '../fixture.ts';
import { MASTER_CONFIG } from '../fixture.ts';

/** The user of the oracle's master that may do everything. */
export const ORACLE_USER = {
  username: 'saltdev',
  password: MASTER_CONFIG.sharedsecret,
  eauth: 'sharedsecret',
} as const;

/** Runs one chunk on a salt-api by /run, as the oracle's user. */
export async function runChunk(url: string, chunk: JsonObject): Promise<Json> {
  const response = await fetch(`${url}/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify([{ ...ORACLE_USER, ...chunk }]),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${url}/run answered ${response.status}: ${text.slice(0, 500)}`);
  const [answer = null] = (JSON.parse(text) as { return: Json[] }).return;
  return answer;
}
