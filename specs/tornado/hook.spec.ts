import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { expectErrorPage } from './error-page.ts';
import { fired } from './fired.ts';
import { expectSentToLogin } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, POST /hook',
  observed: EVERY_LINE,
};

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'] as const;

requirement(
  'tornado.hook.success',
  {
    level: 'must',
    text: 'POST /hook is answered with {"success": true}.',
    source: documented,
  },
  async ({ target }) => {
    const reply = await target.post('/hook', { a: 1 }, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.headerValues('Content-Type')).toEqual(['application/json']);
    expect(reply.body).toBe('{"success": true}');
  },
);

requirement(
  'tornado.hook.anonymous',
  {
    level: 'should',
    text: 'Who has not signed in is sent from /hook and what is below it to /login; there is no 401.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/hook', '/hook/', '/hook/a/b'])
      expectSentToLogin(await target.post(path, { a: 1 }));
  },
);

requirement(
  'tornado.hook.yaml',
  {
    level: 'should',
    text: 'A hook that accepts YAML is answered so.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.post('/hook', '{}', [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/x-yaml'],
      await target.auth(),
    ]);
    expect(reply.body).toBe('{success: true}\n');
  },
);

requirement(
  'tornado.hook.no-body',
  {
    level: 'should',
    text: 'A hook without a body is a 500.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/hook', '/hook/a']) {
      const headers = [await target.auth()];
      expectErrorPage(await target.send({ method: 'POST', path, headers }), 500);
    }
  },
);

requirement(
  'tornado.hook.event',
  {
    level: 'must',
    text: 'A hook fires an event of its path, with "post", "get" and "headers".',
    source: documented,
  },
  async ({ target }) => {
    const event = await fired(target, { body: '{"a": 1, "b": ["c"]}' });
    expect(event.tag).toBe(`salt/netapi/hook/${event.name}`);
    expect(keysOf(event.data.data)).toEqual(['post', 'get', 'headers', '_stamp']);
    expect(event.data.data).toMatchObject({
      post: { a: 1, b: ['c'] },
      get: {},
    });
  },
);

requirement(
  'tornado.hook.path',
  {
    level: 'should',
    text: 'The path of a hook is decoded in the tag, and keeps its last slash.',
    source: observed,
  },
  async ({ target }) => {
    const event = await fired(target, { rest: '/a%2Fb%20c/' });
    expect(event.tag).toBe(`salt/netapi/hook/${event.name}/a/b c/`);
  },
);

requirement(
  'tornado.hook.query',
  {
    level: 'should',
    text: 'A query stands in "get": one value for itself, several in a list.',
    source: observed,
  },
  async ({ target }) => {
    const { data } = await fired(target, { rest: '?x=1&y=2&y=+3+&z=' });
    expect(data.data['get']).toEqual({ x: '1', y: ['2', '3'], z: '' });
    expect(data.data['post']).toEqual({});
  },
);

requirement(
  'tornado.hook.form-and-query',
  {
    level: 'should',
    text: 'What a form and the query both name has both values, the query’s first, in "get" and in "post".',
    source: observed,
  },
  async ({ target }) => {
    const { data } = await fired(target, {
      body: 'x=2&w=3',
      headers: [FORM],
      rest: '?x=1&v=0',
    });
    expect(data.data['get']).toEqual({ x: ['1', '2'], v: '0' });
    expect(data.data['post']).toEqual({ x: ['1', '2'], v: '0', w: '3' });
  },
);

requirement(
  'tornado.hook.headers',
  {
    level: 'should',
    text: 'The headers are told in Http-Header-Case, the token among them; no address of the client is added.',
    source: observed,
  },
  async ({ target }) => {
    const { data } = await fired(target, {
      headers: [
        ['content-TYPE', 'application/json'],
        ['x-some-THING', 'a'],
        ['X-Twice', 'b'],
        ['x-twice', 'c'],
      ],
    });
    const headers = data.data['headers'];
    expect(headers).toMatchObject({
      'Content-Type': 'application/json',
      'X-Some-Thing': 'a',
      'X-Twice': 'b,c',
      'Content-Length': '2',
    });
    expect(field(headers, 'X-Auth-Token')).toBeDefined();
    expect(field(headers, 'Remote-Addr')).toBeUndefined();
  },
);

/** Bodies and what stands in "post" of the event, by the end of the requirement's id. */
const POSTS: Readonly<Record<string, readonly [body: string, post: unknown]>> = {
  null: ['null', null],
  list: ['[1, "a"]', [1, 'a']],
  text: ['"hi"', 'hi'],
  'arg-unwrapped': ['{"arg": "a"}', { arg: 'a' }],
};

for (const [name, [body, post]] of Object.entries(POSTS)) {
  requirement(
    `tornado.hook.post-${name}`,
    {
      level: 'should',
      text: `A body of ${body} stands in the event as it was sent.`,
      source: observed,
    },
    async ({ target }) => {
      expect((await fired(target, { body })).data.data['post']).toEqual(post);
    },
  );
}

requirement(
  'tornado.hook.number',
  {
    level: 'should',
    text: 'A hook that is sent a number is a 500.',
    source: observed,
  },
  async ({ target }) => {
    const headers = [['Content-Type', 'application/json'], await target.auth()] as const;
    expectErrorPage(await target.post('/hook', '42', headers), 500);
  },
);
