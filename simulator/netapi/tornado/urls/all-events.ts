import { eventText } from '../../listeners/event-text.ts';
import { openWebsocket } from '../websocket/handshake.ts';
import type { Handler } from './handler.ts';

/** `/all_events/<token>`: the event bus over a websocket (rest-tornado-wsgi §6.5). */
export const allEvents: Handler = {
  isWebsocket: true,
  GET: (exchange, token = '') =>
    openWebsocket(exchange, token, (websocket) => {
      const { server } = exchange;
      // Salt looks for what only its other handlers make, and ends the stream where it is missing.
      if (!server.hasEventListener) return websocket.close();
      websocket.hold();
      const { events, profile } = server.master;
      const asLines = profile.tornado.framesEvents;
      websocket.onClosed = events.listen((event) => {
        const text = eventText(event);
        websocket.send(asLines ? `data: ${text}\n\n` : text);
      });
    }),
};
