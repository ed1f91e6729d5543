import type { Json, JsonObject } from '../fixture.ts';
import type { ObservedExchange } from '../observed/observed.ts';
import { ask, JSON_IN, JSON_OUT } from './probe.ts';

/** The header of a request with the token of whoever asks: rest_tornado hands out Salt's own. */
export const TOKEN = 'X-Auth-Token: <token 1>';

/** A GET with the token of the asker. */
export function get(path: string, ...headers: readonly string[]): ObservedExchange {
  return ask(`GET ${path}`, [TOKEN, ...headers]);
}

/** Data posted as JSON with the token of the asker. */
export function post(path: string, body: Json, ...headers: readonly string[]): ObservedExchange {
  return ask(`POST ${path}`, [JSON_OUT, JSON_IN, TOKEN, ...headers], JSON.stringify(body));
}

/** One chunk of low data with the token of the asker. */
export function run(chunk: JsonObject): ObservedExchange {
  return post('/', [chunk]);
}
