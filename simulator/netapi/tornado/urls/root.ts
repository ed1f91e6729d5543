import { dict } from '../../../python/value.ts';
import { CLIENT_NAMES } from '../dispatch/clients.ts';
import { disbatch } from '../dispatch/disbatch.ts';
import { serialised } from '../dispatch/serialised.ts';
import { forSignedIn, type Handler, type Method } from './handler.ts';

/** What anybody is told who asks for `/` (rest-tornado-wsgi §3.1). */
export const welcome: Method = (exchange) =>
  serialised(exchange, dict({ clients: [...CLIENT_NAMES], return: 'Welcome' }));

/** Runs the low data of the body, for who has signed in. */
export const runLowstate: Method = forSignedIn((exchange) => disbatch(exchange));

/** `/`: low data for who has signed in. */
export const root: Handler = { GET: welcome, POST: runLowstate };

/** `/run`: low data whose chunks bring their own credentials (rest-tornado-wsgi §4.5). */
export const run: Handler = { GET: welcome, POST: (exchange) => disbatch(exchange) };
