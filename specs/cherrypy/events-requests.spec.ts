import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';

const source = { documented: 'rest_cherrypy, Events.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

/** The lines of a request, each with its end, and the blank one. */
async function raw(target: Target, requestLine: string, ...more: string[]): Promise<string> {
  const [name, token] = await target.auth();
  return [requestLine, 'Host: localhost', `${name}: ${token}`, ...more, '', ''].join('\r\n');
}

requirement(
  'cherrypy.events-requests.accept-ignored',
  {
    level: 'must',
    text: 'GET /events is an event stream whatever the Accept header wants.',
    source: { observed: EVERY_LINE, client: ['npm salt-api, which asks for JSON'] },
  },
  async ({ target }) => {
    for (const accept of ['application/json', 'text/html', 'image/png']) {
      const { head } = await target.listen([await target.auth(), ['Accept', accept]]);
      expect(head.status).toBe(200);
      expect(head.header('Content-Type')).toBe('text/event-stream;charset=utf-8');
    }
  },
);

requirement(
  'cherrypy.events-requests.accept-charset',
  {
    level: 'may',
    text: 'GET /events for a client that does not take utf-8 answers 406 and names no charset that was tried.',
    source: observed,
  },
  async ({ target }) => {
    const headers = [await target.auth(), ['Accept-Charset', 'iso-8859-1']] as const;
    const reply = await target.get('/events', headers);
    expect(reply.status).toBe(406);
    expect(reply.body).toContain(
      '<p>Your client sent this Accept-Charset header: iso-8859-1. We tried these charsets: .</p>',
    );
  },
);

requirement(
  'cherrypy.events-requests.query-refused',
  {
    level: 'must',
    text: 'GET /events with a query answers 400 and tells that tokens do not belong there.',
    source,
  },
  async ({ target }) => {
    for (const query of ['token=abc', 'salt_token=abc', 'x=']) {
      const reply = await target.get(`/events?${query}`, [await target.auth()]);
      expect(reply.status).toBe(400);
      expect(reply.body).toContain(
        '<p>The /events endpoint takes no query parameters; in particular',
      );
    }
  },
);

requirement(
  'cherrypy.events-requests.empty-query',
  {
    level: 'may',
    text: 'GET /events with a question mark and no parameter after it is a stream all the same.',
    source: observed,
  },
  async ({ target }) => {
    for (const query of ['?', '?&']) {
      expect((await target.listen([await target.auth()], `/events${query}`)).head.status).toBe(200);
    }
  },
);

requirement(
  'cherrypy.events-requests.path-segment',
  {
    level: 'should',
    text: 'GET /events with a further path segment, a session id say, answers 404.',
    source: observed,
  },
  async ({ target }) => {
    const [name, token] = await target.auth();
    const reply = await target.get(`/events/${token}`, [[name, token]]);
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('<p>Nothing matches the given URI</p>');
  },
);

requirement(
  'cherrypy.events-requests.trailing-slash',
  { level: 'should', text: 'GET /events/ is the stream as well.', source: observed },
  async ({ target }) => {
    const { head } = await target.listen([await target.auth()], '/events/');
    expect(head.status).toBe(200);
    expect(head.header('Content-Type')).toBe('text/event-stream;charset=utf-8');
  },
);

requirement(
  'cherrypy.events-requests.http-1-0',
  {
    level: 'should',
    text: 'A client of HTTP/1.0 gets the stream without chunks.',
    source: observed,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(await raw(target, 'GET /events HTTP/1.0'));
    expect(reply?.status).toBe(200);
    expect(reply?.headerValues('Transfer-Encoding')).toEqual([]);
    expect(reply?.body.slice(0, 11)).toBe('retry: 400\n');
  },
);

requirement(
  'cherrypy.events-requests.head',
  {
    level: 'should',
    text: 'HEAD /events answers with the head of the stream alone, and the connection is closed.',
    source: observed,
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(await raw(target, 'HEAD /events HTTP/1.1'));
    expect(reply?.status).toBe(200);
    expect(reply?.header('Content-Type')).toBe('text/event-stream;charset=utf-8');
    expect(reply?.body).toBe('');
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.events-requests.post',
  {
    level: 'may',
    text: 'POST /events fails with 500, although Allow names only GET and HEAD.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.authed.post('/events', []);
    expect(reply.status).toBe(500);
    expect(reply.header('Allow')).toBe('GET, HEAD');
    expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
  },
);

requirement(
  'cherrypy.events-requests.other-methods',
  {
    level: 'should',
    text: 'PUT and DELETE on /events answer 405 and what is allowed.',
    source: observed,
  },
  async ({ target }) => {
    for (const method of ['PUT', 'DELETE']) {
      const headers = [await target.auth(), ['Content-Type', 'application/json']] as const;
      const reply = await target.send({ method, path: '/events', headers, body: '[]' });
      expect(reply.status).toBe(405);
      expect(reply.header('Allow')).toBe('GET, HEAD');
    }
  },
);
