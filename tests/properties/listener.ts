import { EventEmitter, once } from 'node:events';
import http from 'node:http';

/** A listener on /events of a simulator. */
export interface Listener {
  /** Resolves to every event until the one with this tag, each as its tag and data lines. */
  until(tag: string): Promise<string[]>;
  /** Stops reading, so that what comes piles up. */
  pause(): void;
  /** Reads on until the connection is closed; resolves to how many events have come in all. */
  rest(): Promise<number>;
  close(): void;
}

/** Begins to listen; resolves once the stream has begun. */
export async function listen(url: string, token: string): Promise<Listener> {
  const incoming = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http
      .get(`${url}/events`, { agent: false, headers: { 'X-Auth-Token': token } }, resolve)
      .on('error', reject);
  });
  const events: string[] = [];
  const tags = new Set<string>();
  let unfinished = '';
  const news = new EventEmitter();
  incoming.setEncoding('utf8').on('data', (piece: string) => {
    const blocks = (unfinished + piece).replace(/^retry: 400\n/, '').split('\n\n');
    unfinished = blocks.pop() ?? '';
    for (const block of blocks) {
      events.push(block);
      tags.add(block.slice('tag: '.length, block.indexOf('\n')));
    }
    news.emit('more');
  });
  incoming.on('error', () => undefined);
  incoming.once('close', () => news.emit('more'));
  await once(news, 'more');
  return {
    async until(tag) {
      while (!tags.has(tag)) {
        if (incoming.closed) throw new Error(`The stream ended before ${tag}.`);
        await once(news, 'more');
      }
      return events.slice(0, events.findIndex((event) => event.startsWith(`tag: ${tag}\n`)) + 1);
    },
    pause: () => void incoming.pause(),
    async rest() {
      incoming.resume();
      while (!incoming.closed) await once(news, 'more');
      return events.length;
    },
    close: () => void incoming.destroy(),
  };
}
