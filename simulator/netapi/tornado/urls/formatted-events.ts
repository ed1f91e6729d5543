import type { SaltEvent } from '../../../master/event-bus.ts';
import type { Master } from '../../../master/master.ts';
import { dict, type PyDict } from '../../../python/value.ts';
import { tellDefect } from '../../../tell-defect.ts';
import type { Exchange } from '../exchange.ts';
import { openWebsocket } from '../websocket/handshake.ts';
import { SaltInfo } from '../websocket/salt-info.ts';
import type { TornadoWebsocket } from '../websocket/tornado-websocket.ts';
import type { Handler } from './handler.ts';

/** `/formatted_events/<token>`: what the events say of jobs and minions (rest-tornado-wsgi §6.6). */
export const formattedEvents: Handler = {
  isWebsocket: true,
  GET: (exchange, token = '') =>
    openWebsocket(exchange, token, (websocket) => void stream(exchange, websocket, token)),
};

/**
 * Asks all minions for their grains first; what they return is an event like any other. A real
 * rest_tornado does nothing else meanwhile, and hears of the events afterwards.
 */
async function stream(
  { server, req }: Exchange,
  websocket: TornadoWebsocket,
  token: string,
): Promise<void> {
  const { master } = server;
  const info = new SaltInfo(
    (text) => websocket.send(master.profile.tornado.framesEvents ? `data: ${text}` : text),
    (tgt) => askForGrains(master, token, dict({ tgt, expr_type: 'list' })),
  );
  websocket.hold();
  const heard = new Queue();
  websocket.onClosed = master.events.listen((event) => heard.add(event));
  try {
    await askForGrains(master, token, dict({ tgt: '*' }));
  } catch (error) {
    tellDefect(error, `${req.method} ${req.url}`);
    websocket.onClosed();
    return websocket.fail();
  }
  if (!server.hasEventListener) return websocket.close();
  heard.forEach(async (event) => {
    if (!websocket.isOpen) return;
    try {
      await info.process(event);
    } catch (error) {
      tellDefect(error, `${req.method} ${req.url}`);
      websocket.onClosed();
      websocket.close();
    }
  });
}

/** @throws SaltError for a token that has no right to it, or a client that is not enabled */
async function askForGrains(master: Master, token: string, target: PyDict): Promise<void> {
  const low = dict({ fun: 'grains.items', client: 'local', token, mode: 'client' });
  await master.run(new Map([...low, ...target, ['asynchronous', 'local_async']]));
}

/** Events that wait for their turn: each is handled when those before it are. */
class Queue {
  readonly #waiting: SaltEvent[] = [];
  #handle: ((event: SaltEvent) => Promise<void>) | undefined;
  #last: Promise<void> = Promise.resolve();

  add(event: SaltEvent): void {
    const handle = this.#handle;
    if (handle === undefined) this.#waiting.push(event);
    else this.#last = this.#last.then(() => handle(event));
  }

  /** @param handle never fails */
  forEach(handle: (event: SaltEvent) => Promise<void>): void {
    this.#handle = handle;
    for (const event of this.#waiting.splice(0)) this.add(event);
  }
}
