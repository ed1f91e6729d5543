import type { RequestHandler } from 'express';
import { altering, type Alteration } from '../altering.ts';
import { answeringAll } from '../answering-all.ts';
import type { Breakage, Variant } from '../variant.ts';
import { body, header, headers, html, json, without } from './reply-changes.ts';

/** How rest_tornado is broken, and who must notice. */
const ROWS: readonly (readonly [name: string, breakage: Breakage, ...caughtBy: string[]])[] = [
  [
    'an EventSource is let in, though it accepts neither JSON nor YAML',
    misreading((name, value) => (name === 'accept' && value === EVENT_STREAM ? '*/*' : value)),
    'tornado.events-stream.browser',
    'tornado.accept.refuses-event-stream',
  ],
  [
    'the format with the greatest q wins, not the first',
    misreading((name, value) => (name === 'accept' ? byWeight(value) : value)),
    'tornado.accept.q-ignored',
  ],
  [
    'a body without a type is taken for JSON',
    misreading((name, value) => value, [['content-type', 'application/json']]),
    'tornado.body-types.refuses-none',
  ],
  [
    'the cookie counts before the header',
    between((req) => {
      const { cookie } = req.headers;
      const [, token] = /session_id=([0-9a-f]+)/.exec(cookie ?? '') ?? [];
      if (token !== undefined) req.headers['x-auth-token'] = token;
    }),
    'tornado.tokens.header-first',
  ],
  [
    'what is never answered is a 500',
    { between: answeringAll },
    'tornado.unanswered.null',
    'tornado.unanswered.no-body-run',
    'tornado.unanswered.behind-it',
  ],
  [
    'who has not signed in is told 401, not where to do so',
    replying({
      reply: (draft) =>
        draft.status === 302 ? { ...draft, status: 401, reason: 'Unauthorized' } : draft,
    }),
    'tornado.tokens.none',
    'tornado.hook.anonymous',
    'tornado.events-stream.anonymous',
    'tornado.order-of-checks.token-before-client',
  ],
  [
    'a POST has an Etag, too',
    replying(
      headers((all) =>
        all.some(([name]) => name === 'Etag') ? all : [...all, ['Etag', '"da39a3ee"']],
      ),
    ),
    'tornado.headers.order-post',
    'tornado.etag.only-success',
  ],
  [
    'an Etag is weak',
    replying(header('Etag', (tag) => `W/${tag}`)),
    'tornado.etag.sha1',
    'tornado.etag.by-format',
    'tornado.etag.jobs',
  ],
  [
    'a refused client is told in JSON',
    replying(
      html((text) => text.replace(/^400 Invalid.*/, '{"status": 400, "return": "Invalid Client"}')),
    ),
    'tornado.low-data.no-wheel',
    'tornado.low-data.unknown-client-late',
    'tornado.bodies.empty-object',
  ],
  [
    'pages of errors have a heading',
    replying(html((text) => text.replace('<body>', '<body><h1></h1>'))),
    'tornado.routes.no-logout',
    'tornado.methods.put',
    'tornado.login.no-body',
  ],
  [
    'a log-in hands its token on in X-Auth-Token, as the documentation has it',
    replying(
      headers((all) =>
        all.some(([name]) => name === 'Set-Cookie') ? [['X-Auth-Token', 'a'], ...all] : all,
      ),
    ),
    'tornado.headers.order-login',
  ],
  [
    'the cookie of a log-in is for scripts no more',
    replying(header('Set-Cookie', (cookie) => `${cookie}; HttpOnly`)),
    'tornado.login.cookie',
  ],
  [
    'GET /login does not say how to authenticate',
    replying(without('Www-Authenticate')),
    'tornado.login.get',
    'tornado.headers.order-unauthorized',
  ],
  [
    'a job stands in "info", as rest_cherrypy and the documentation have it',
    replying(json((text) => text.replace(/^\{"return": (?=\[\{"jid": "\d+", "Func)/, '{"info": '))),
    'tornado.jobs.one',
  ],
  [
    'a preflight allows credentials',
    replying(headers((all) => [...all, ['Access-Control-Allow-Credentials', 'true']])),
    'tornado.cors.no-credentials',
    'tornado.cors.preflight-headers',
  ],
  [
    'an event has its tag before its data',
    {
      between: altering({
        pieces: () => (piece) => [
          piece.replace(/^data: \{("data": .*), ("tag": "[^"]*")\}$/m, 'data: {$2, $1}'),
        ],
      }),
    },
    'tornado.events-stream.envelope',
  ],
  [
    'an event comes in two chunks, as from rest_cherrypy',
    {
      between: altering({
        pieces: () => (piece) => piece.split(/(?<=^tag: .*\n)/m),
      }),
    },
    'tornado.events-stream.one-chunk',
  ],
  [
    'YAML is not in braces where it could be',
    replying(body((text) => text.replace('- args: [b, 1]', '- args:\n  - b\n  - 1'))),
    'tornado.yaml.leaves',
  ],
];

const EVENT_STREAM = 'text/event-stream';

/** Simulators of rest_tornado that are broken. */
export const TORNADO: readonly Variant[] = ROWS.map(([name, breakage, ...caughtBy]) => ({
  name: `rest_tornado: ${name}`,
  api: 'tornado',
  caughtBy,
  ...breakage,
}));

function replying(alteration: Alteration): Breakage {
  return { between: altering(alteration) };
}

function between(change: (req: Parameters<RequestHandler>[0]) => void): Breakage {
  return {
    between(req, _res, next) {
      change(req);
      next();
    },
  };
}

/**
 * Takes the values of headers for others; the names are in lower case.
 *
 * @param missing what is taken for sent where it was not
 */
function misreading(
  change: (name: string, value: string) => string,
  missing: readonly (readonly [name: string, value: string])[] = [],
): Breakage {
  return between((req) => {
    for (const [name, value] of Object.entries(req.headers))
      if (typeof value === 'string') req.headers[name] = change(name, value);
    for (const [name, value] of missing) req.headers[name] ??= value;
  });
}

function byWeight(accept: string): string {
  return accept
    .split(',')
    .toSorted((one, other) => weight(other) - weight(one))
    .join(',');
}

function weight(range: string): number {
  return Number(/;q=([0-9.]+)/.exec(range)?.[1] ?? 1);
}
