import type { Ear } from './ear.ts';
import { listen } from './listener.ts';

/** Begins to listen by a stream; resolves once it has begun. */
export async function listenByStream(url: string, token: string): Promise<Ear> {
  const listener = await listen(url, token);
  return {
    until: async (tag) =>
      (await listener.until(tag)).map((event) => event.slice(event.indexOf('\ndata: ') + 7)),
    close: () => listener.close(),
  };
}
