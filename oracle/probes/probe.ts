import type {
  Observed,
  ObservedExchange,
  ObservedRaw,
  ObservedRequest,
  ObservedStep,
} from '../observed/observed.ts';
import { MASTER_CONFIG, type Json, type JsonObject } from '../fixture.ts';
import type { NetapiSetting } from '../salt/netapi-settings.ts';

/**
 * Something to ask a master that no requirement asks: the steps of an observation, still without
 * replies. `<session 1>` is the session of whoever asks.
 */
export type Probe = Observed;

/** Users of the oracle's master, or nobody. */
export type Asker = 'saltdev' | 'limited' | 'runneronly' | 'nobody';

/** A probe; its steps stand in the order in which they are taken. */
export function probe(id: string, asker: Asker, ...steps: readonly ObservedStep[]): Probe {
  const given = asker === 'nobody' ? [] : [logIn(asker)];
  return { id: `probe.${id}`, lives: 'normal', given, steps };
}

/** A probe for each chunk of low data, by the id's end. */
export function chunkProbes(asker: Asker, chunks: Readonly<Record<string, JsonObject>>): Probe[] {
  return Object.entries(chunks).map(([id, chunk]) => probe(id, asker, run(chunk)));
}

/** The same probe of a netapi that is not set plainly. */
export function under(netapi: NetapiSetting, asked: Probe): Probe {
  return { ...asked, netapi };
}

/** Credentials of a user of the oracle's master. */
export function credentialsOf(username: string): JsonObject {
  return { username, password: MASTER_CONFIG.sharedsecret, eauth: 'sharedsecret' };
}

/** The header of a request whose body is JSON. */
export const JSON_IN = 'Content-Type: application/json';

/** The header of a request that asks for JSON. */
export const JSON_OUT = 'Accept: application/json';

/** The header of a request in the first session of its probe. */
export const SESSION = 'X-Auth-Token: <session 1>';

function logIn(username: string): ObservedRequest {
  const body = JSON.stringify(credentialsOf(username));
  return { request: 'POST /login', headers: [JSON_OUT, JSON_IN], body };
}

/** Any request: `PUT /login`. */
export function ask(
  request: string,
  headers: readonly string[] = [],
  body?: string,
): ObservedExchange {
  return { kind: 'exchange', request, headers, ...(body !== undefined && { body }) };
}

/** A GET in the session of the asker. */
export function get(path: string, ...headers: readonly string[]): ObservedExchange {
  return ask(`GET ${path}`, [SESSION, ...headers]);
}

/** Data posted as JSON in the session of the asker. */
export function post(path: string, body: Json, ...headers: readonly string[]): ObservedExchange {
  return ask(`POST ${path}`, [JSON_OUT, JSON_IN, SESSION, ...headers], JSON.stringify(body));
}

/** One chunk of low data in the session of the asker. */
export function run(chunk: JsonObject, ...headers: readonly string[]): ObservedExchange {
  return post('/', [chunk], ...headers);
}

/** Lines over a connection of their own, each ended as HTTP does, with an empty one after the last. */
export function bytes(...lines: readonly string[]): ObservedRaw {
  return unended(`${lines.join('\r\n')}\r\n\r\n`);
}

/** The same where nothing is to come of it: rest_tornado answers some requests never. */
export function unanswered(sent: string): ObservedRaw {
  return { ...unended(sent), unanswered: true };
}

/** A text over a connection of its own, as it is. */
export function unended(sent: string): ObservedRaw {
  return {
    kind: 'raw',
    sent: sent.includes('\n') ? sent.split('\n') : sent,
    received: '',
    endedBy: 'suite',
  };
}
