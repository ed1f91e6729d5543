import type { Simulator } from '../../simulator/index.ts';

/** One chunk of lowstate for `POST /run`. */
export type Chunk = Readonly<Record<string, unknown>>;

/** What a simulator with the built-in users answers to a chunk: the one item of its `return`. */
export async function runAsSaltdev(
  { url }: Pick<Simulator, 'url'>,
  chunk: Chunk,
): Promise<unknown> {
  const credentials = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
  const reply = await fetch(`${url}/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([{ client: 'local', ...credentials, ...chunk }]),
  });
  const body = (await reply.json()) as { return: [unknown] };
  return body.return[0];
}
