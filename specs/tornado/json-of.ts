import { SchemaMismatch } from '../schema-mismatch.ts';

/** A text that came over a websocket, to be read as JSON: where it is none, the target is to blame. */
export function jsonOf(text: string): { json(): unknown } {
  return {
    json() {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new SchemaMismatch(`A message is no JSON: ${text}`);
      }
    },
  };
}
