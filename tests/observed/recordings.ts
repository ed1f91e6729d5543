import type { Header } from '../../report/result.ts';
import type { RecordedExchange, RecordedStep, Recording } from '../../specs/recording.ts';

/** When the recordings of these tests began, in milliseconds since the epoch. */
export const BEGAN = Date.UTC(2026, 10, 25, 2, 13, 12, 500);

const DATE: Header = ['Date', 'Wed, 25 Nov 2026 02:13:12 GMT'];

/** Where the server was that the recordings are of. */
export const TARGET = 'http://127.0.0.1:8308';

/** What an exchange is made of, where it is not GET / and 200. */
export interface ExchangeFacts {
  readonly path?: string;
  readonly sent?: readonly Header[];
  readonly headers?: readonly Header[];
  readonly body?: string;
  readonly at?: number;
}

/** An exchange as the suite records it. */
export function exchange(facts: ExchangeFacts = {}): RecordedExchange {
  const { path = '/', sent = [], headers = [], body = '', at = BEGAN } = facts;
  return {
    kind: 'exchange',
    at,
    duration: 1,
    request: { method: 'GET', path, headers: sent, body: '' },
    reply: { status: 200, reason: 'OK', headers: [DATE, ...headers], body },
  };
}

/** A log-in that gives this session. */
export function logIn(session: string): RecordedExchange {
  return exchange({ path: '/login', headers: [['X-Auth-Token', session]] });
}

/** The recording of one requirement. */
export function recording(steps: readonly RecordedStep[], order = 0): Recording {
  return { order, requirement: `cherrypy.topic.of-${order}`, steps };
}
