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
 * Asks all minions for their grains first, and listens when they have told them: a real rest_tornado
 * does nothing else meanwhile, and of what happened by then most is lost in one burst of events (seen on
 * 3006.28, 3007.15 and 3008.3).
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
  try {
    await askForGrains(master, token, dict({ tgt: '*' }));
  } catch (error) {
    tellDefect(error, `${req.method} ${req.url}`);
    return websocket.fail();
  }
  if (!server.hasEventListener) return websocket.close();
  let last = Promise.resolve();
  const handle = async (event: SaltEvent): Promise<void> => {
    if (!websocket.isOpen) return;
    try {
      await info.process(event);
    } catch (error) {
      tellDefect(error, `${req.method} ${req.url}`);
      websocket.close();
    }
  };
  // An event waits until those before it are told of.
  websocket.onClosed = master.events.listen((event) => {
    last = last.then(() => handle(event));
  });
  if (!websocket.isOpen) websocket.onClosed();
}

/** @throws SaltError for a token that has no right to it, or a client that is not enabled */
async function askForGrains(master: Master, token: string, target: PyDict): Promise<void> {
  const low = dict({ fun: 'grains.items', client: 'local', token, mode: 'client' });
  await master.run(new Map([...low, ...target, ['asynchronous', 'local_async']]));
}
