import type { RequestHandler } from 'express';
import type { CherootRequest } from '../../../simulator/netapi/cherrypy/cheroot/cheroot-request.ts';
import type { Variant } from '../variant.ts';

/** What is not understood of requests, by what becomes of their headers and who must notice. */
const ROWS: readonly (readonly [name: string, change: HeaderChange, ...caughtBy: string[]])[] = [
  [
    'the weights of an Accept header are ignored',
    (name, value) => (name === 'accept' ? value.replaceAll(/;\s*q=[0-9.]+/g, '') : value),
    'cherrypy.accept.better-json',
    'cherrypy.accept.refuses-q-zero',
  ],
  [
    'an Accept header is ignored',
    (name, value) => (name === 'accept' ? undefined : value),
    'cherrypy.accept.yaml',
    'cherrypy.accept.better-yaml',
  ],
  [
    'an X-Auth-Token header is ignored',
    (name, value) => (name === 'x-auth-token' ? undefined : value),
    'cherrypy.lowstate.single',
    'cherrypy.lowstate.order',
  ],
  [
    'a cookie is ignored',
    (name, value) => (name === 'cookie' ? undefined : value),
    'cherrypy.events-auth.cookie',
    'cherrypy.sessions.cookie-among-others',
  ],
  [
    'every body is read as JSON',
    (name, value) => (name === 'content-type' ? 'application/json' : value),
    'cherrypy.body-formats.yaml',
    'cherrypy.body-formats.form',
  ],
  [
    'nothing is ever compressed',
    (name, value) => (name === 'accept-encoding' ? undefined : value),
    'cherrypy.gzip.plain',
    'cherrypy.gzip.browser',
  ],
  [
    'a content type is read without regard to case',
    (name, value) => (name === 'content-type' ? value.toLowerCase() : value),
    'cherrypy.body-formats.type-case',
  ],
  [
    'the origin of a request is ignored',
    (name, value) => (name === 'origin' ? undefined : value),
    'cherrypy.cors.origin',
    'cherrypy.cors.preflight',
  ],
];

/** What a header's value is taken for; undefined where it is not seen. The name is in lower case. */
type HeaderChange = (name: string, value: string) => string | undefined;

/** Simulators that misread requests. */
export const REQUESTS: readonly Variant[] = ROWS.map(([name, change, ...caughtBy]) => ({
  name,
  caughtBy,
  between: misreading(change),
}));

function misreading(change: HeaderChange): RequestHandler {
  return (req, _, next) => {
    const { head } = req as unknown as CherootRequest;
    const taken = [...head.headers].flatMap(([name, value]): [string, string][] => {
      const changed = change(name, value);
      return changed === undefined ? [] : [[name, changed]];
    });
    Object.assign(req, { head: { ...head, headers: new Map(taken) } });
    next();
  };
}
