import type { Simulator } from '../../simulator/index.ts';

/** One chunk of lowstate for `POST /run`. */
export type Chunk = Readonly<Record<string, unknown>>;

/** The one item of the `return` of a simulator with the built-in users. */
export async function runAsSaltdev(
  simulator: Pick<Simulator, 'url'>,
  chunk: Chunk,
): Promise<unknown> {
  const { body } = await runChunk(simulator, { client: 'local', ...chunk });
  return (body as { return: [unknown] }).return[0];
}

/** What a simulator with the built-in users answers to a chunk: a body only where it is JSON. */
export async function runChunk(
  { url }: Pick<Simulator, 'url'>,
  chunk: Chunk,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const credentials = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
  const reply = await fetch(`${url}/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([{ ...credentials, ...chunk }]),
  });
  const isJson = reply.headers.get('content-type') === 'application/json';
  const body: unknown = isJson ? await reply.json() : undefined;
  return { status: reply.status, body };
}
