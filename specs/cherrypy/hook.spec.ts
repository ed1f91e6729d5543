import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { StreamedEvent } from '../target/event-stream.ts';
import type { Target } from '../target/target.ts';

const source = { documented: 'rest_cherrypy, Webhook.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

/** The header that says what a hook's body is. */
const type = (value: string): Header => ['Content-Type', value];

/** Posts to a path below /hook that nobody else uses, and gives the event that comes of it. */
async function hookEvent(
  target: Target,
  body: string | object | undefined,
  { path = target.unique('hook'), headers = [] as readonly Header[] } = {},
): Promise<StreamedEvent | undefined> {
  const auth = await target.auth();
  const stream = await target.listen([auth]);
  const reply = await target.send({
    method: 'POST',
    path: `/hook/${path}`,
    headers: [auth, ...(headers.length > 0 ? headers : [type('application/json')])],
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  expect(reply.status).toBe(200);
  const tag = `salt/netapi/hook/${decodeURIComponent(path.replace(/\?.*/, ''))}`;
  return stream.event((event) => event.tag === tag);
}

requirement(
  'cherrypy.hook.success',
  {
    level: 'must',
    text: 'POST /hook with a session answers 200 and {"success": true}.',
    source,
  },
  async ({ target }) => {
    const reply = await target.post('/hook', { a: 1 }, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"success": true}');
  },
);

requirement(
  'cherrypy.hook.anonymous',
  {
    level: 'must',
    text: 'POST /hook without a session answers 401.',
    source,
  },
  async ({ target }) => {
    expect((await target.post('/hook', {})).status).toBe(401);
  },
);

requirement(
  'cherrypy.hook.get-not-allowed',
  {
    level: 'should',
    text: 'GET /hook with a session answers 405 and allows POST alone.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/hook', [await target.auth()]);
    expect(reply.status).toBe(405);
    expect(reply.headerValues('Allow')).toEqual(['POST']);
  },
);

requirement(
  'cherrypy.hook.yaml',
  {
    level: 'should',
    text: 'POST /hook answers YAML to whoever accepts nothing else.',
    source: observed,
  },
  async ({ target }) => {
    const headers: Header[] = [
      await target.auth(),
      type('application/json'),
      ['Accept', 'application/x-yaml'],
    ];
    const reply = await target.post('/hook', '{}', headers);
    expect(reply.header('Content-Type')).toBe('application/x-yaml');
    expect(reply.body).toBe('success: true\n');
  },
);

requirement(
  'cherrypy.hook.tag',
  {
    level: 'must',
    text: 'POST /hook/<path> fires an event whose tag is salt/netapi/hook and the path.',
    source,
  },
  async ({ target }) => {
    const path = `${target.unique('hook')}/build/success`;
    const event = await hookEvent(target, {}, { path });
    expect(event?.tag).toBe(`salt/netapi/hook/${path}`);
  },
);

requirement(
  'cherrypy.hook.tag-decoded',
  {
    level: 'should',
    text: 'What is percent-encoded in the path of a hook is decoded in the tag, slashes too.',
    source: observed,
  },
  async ({ target }) => {
    const path = target.unique('hook');
    const event = await hookEvent(target, {}, { path: `${path}/a%20b/c%2Fd` });
    expect(event?.tag).toBe(`salt/netapi/hook/${path}/a b/c/d`);
  },
);

requirement(
  'cherrypy.hook.event-shape',
  {
    level: 'must',
    text: 'The data of a hook’s event are body, post, headers and _stamp, in this order.',
    source,
  },
  async ({ target }) => {
    const event = await hookEvent(target, { a: 1 });
    expect(Object.keys(event?.data.data ?? {})).toEqual(['body', 'post', 'headers', '_stamp']);
    expect(event?.data.data['body']).toBe('{"a":1}');
    expect(event?.data.data['post']).toEqual({ a: 1 });
  },
);

/** A hook's body, its type, and the `post` that its event carries. */
const POSTS: readonly (readonly [string, string, string, unknown])[] = [
  ['number', 'application/json', '5', 5],
  ['text', 'application/json', '"x"', 'x'],
  ['list', 'application/json', '[1, {"a": null}]', [1, { a: null }]],
  ['null', 'application/json', 'null', {}],
  ['empty-list', 'application/json', '[]', {}],
  ['single-arg', 'application/json', '{"arg": "x"}', { arg: ['x'] }],
  ['plain-text', 'text/plain', 'hello', 'hello'],
  ['form', 'application/x-www-form-urlencoded', 'a=1&a=2&b=3', { a: ['1', '2'], b: '3' }],
  ['yaml', 'application/x-yaml', 'a: [1, 2.5]', { a: [1, 2.5] }],
];

for (const [name, contentType, body, post] of POSTS) {
  requirement(
    `cherrypy.hook.post-${name}`,
    {
      level: 'should',
      text: `A hook with the ${contentType} body ${body} fires an event whose post is ${JSON.stringify(post)}, and whose body is the text as it came.`,
      source: observed,
    },
    async ({ target }) => {
      const event = await hookEvent(target, body, { headers: [type(contentType)] });
      expect(event?.data.data['post']).toEqual(post);
      expect(event?.data.data['body']).toBe(body);
    },
  );
}

requirement(
  'cherrypy.hook.no-body',
  {
    level: 'should',
    text: 'A hook without a body fires an event with an empty text as body and an empty dict as post.',
    source: observed,
  },
  async ({ target }) => {
    const event = await hookEvent(target, undefined, { headers: [['Accept', '*/*']] });
    expect(event?.data.data['body']).toBe('');
    expect(event?.data.data['post']).toEqual({});
  },
);

requirement(
  'cherrypy.hook.query-ignored',
  {
    level: 'should',
    text: 'The query of a hook’s URL reaches neither the tag nor the data.',
    source: observed,
  },
  async ({ target }) => {
    const event = await hookEvent(target, {}, { path: `${target.unique('hook')}?secret=1` });
    expect(event?.text).not.toContain('secret');
  },
);

requirement(
  'cherrypy.hook.headers',
  {
    level: 'must',
    text: 'The event of a hook carries the request’s headers by their names in title case.',
    source,
  },
  async ({ target }) => {
    const headers: Header[] = [type('application/json'), ['x-my-KEY', ' 5e6 ']];
    const event = await hookEvent(target, {}, { headers });
    expect(event?.data.data['headers']).toMatchObject({
      'Content-Type': 'application/json',
      'Content-Length': '2',
      'X-My-Key': '5e6',
    });
  },
);

requirement(
  'cherrypy.hook.headers-order',
  {
    level: 'should',
    text: 'Among the headers in a hook’s event the client’s address comes first, and Content-Type and Content-Length last.',
    source: observed,
  },
  async ({ target }) => {
    const headers: Header[] = [type('application/json'), ['X-Later', '1']];
    const event = await hookEvent(target, {}, { headers });
    const names = Object.keys(event?.data.data['headers'] ?? {});
    expect(names[0]).toBe('Remote-Addr');
    expect(names.slice(-2)).toEqual(['Content-Type', 'Content-Length']);
    expect(names).toContain('X-Later');
  },
);

requirement(
  'cherrypy.hook.broken-json',
  {
    level: 'must',
    text: 'A hook whose JSON is broken answers 400 and fires nothing.',
    source,
  },
  async ({ target }) => {
    const path = target.unique('hook');
    const auth = await target.auth();
    const stream = await target.listen([auth]);
    const reply = await target.post(`/hook/${path}/broken`, '{', [auth, type('application/json')]);
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('<p>Invalid JSON document</p>');
    await target.post(`/hook/${path}/whole`, {}, [auth]);
    expect((await stream.event(({ tag }) => tag.includes(path)))?.tag).toMatch(/\/whole$/);
  },
);
