import { parseJson } from './reply.ts';

/** A text that came over a websocket, to be read as JSON: where it is none, the target is to blame. */
export function jsonOf(text: string): { json(): unknown } {
  return { json: () => parseJson(text, 'A message') };
}
