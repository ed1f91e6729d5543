import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, firstReturn, keysOf } from '../target/return-of.ts';
import { expectErrorPage } from './error-page.ts';
import { expectText } from './expect-text.ts';
import { REFUSED } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, /minions',
  observed: EVERY_LINE,
};
const needs = ['minion'] as const;

const NOBODY = 'No minions matched the target. No command was sent, no jid was assigned.';

requirement(
  'tornado.minions.one',
  {
    level: 'must',
    text: 'GET /minions/<mid> tells the grains of a minion, right below its id.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.get(`/minions/${target.minion}`, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(keysOf(firstReturn(reply))).toEqual([target.minion]);
    expect(field(firstReturn(reply), target.minion, 'id')).toBe(target.minion);
  },
);

/** Paths that mean all minions, by the end of the requirement's id. */
const ALL = {
  all: '/minions',
  'all-slash': '/minions/',
  'all-by-glob': '/minions/*',
};

for (const [name, path] of Object.entries(ALL)) {
  requirement(
    `tornado.minions.${name}`,
    {
      level: path === '/minions' ? 'must' : 'should',
      text: `GET ${path} tells the grains of all minions that are up.`,
      source: documented,
      needs,
    },
    async ({ target }) => {
      const reply = await target.get(path, [await target.auth()]);
      expect(reply.status).toBe(200);
      expect(keysOf(firstReturn(reply)).toSorted()).toEqual(target.fleet.up);
      for (const id of target.fleet.up) expect(field(firstReturn(reply), id, 'id')).toBe(id);
    },
  );
}

requirement(
  'tornado.minions.glob',
  {
    level: 'should',
    text: 'The end of the path is a glob, and decoded.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const glob = `${target.minion.slice(0, -1)}[${target.minion.at(-1)}]`;
    const path = `/minions/${encodeURIComponent(glob)}`;
    const reply = await target.get(path, [await target.auth()]);
    expect(keysOf(firstReturn(reply))).toEqual([target.minion]);
  },
);

requirement(
  'tornado.minions.nobody',
  {
    level: 'should',
    text: 'A minion that there is not is 200, and a sentence in place of the grains.',
    source: observed,
  },
  async ({ target }) => {
    const path = `/minions/${target.unique('nobody')}`;
    const reply = await target.get(path, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ return: [NOBODY] });
  },
);

requirement(
  'tornado.minions.not-permitted',
  {
    level: 'should',
    text: 'Who may not see the grains is told so in a 200.',
    source: observed,
    needs: ['minion', 'limited user'],
  },
  async ({ target }) => {
    const reply = await target.limited.get('/minions');
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ return: [REFUSED] });
  },
);

requirement(
  'tornado.minions.post',
  {
    level: 'must',
    text: 'POST /minions starts a job, without a client being named, and tells its jid and minions.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const chunk = { tgt: target.minion, fun: 'test.ping' };
    const reply = await target.post('/minions', chunk, [await target.auth()]);
    expect(reply.status).toBe(200);
    const [{ minions }] = target.shape(reply, 'local-async').return;
    expect(minions).toEqual([target.minion]);
    expect(keysOf(firstReturn(reply))).toEqual(['jid', 'minions']);
  },
);

requirement(
  'tornado.minions.post-list',
  {
    level: 'should',
    text: 'POST /minions takes several chunks, and one that names local_async.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { tgt: target.minion, fun: 'test.ping' };
    const chunks = [chunk, { ...chunk, client: 'local_async' }];
    const reply = await target.post('/minions', chunks, [await target.auth()]);
    const jobs = target.shape(reply, 'local-async').return;
    expect(new Set(jobs.map(({ jid }) => jid)).size).toBe(2);
  },
);

for (const client of ['local', 'runner', 'nonesuch']) {
  requirement(
    `tornado.minions.post-${client}`,
    {
      level: 'should',
      text: `POST /minions with the client ${client} is a 400 that says it is not served here, and nothing of the chunk before it.`,
      source: observed,
    },
    async ({ target }) => {
      const idle = { tgt: target.unique('nobody'), fun: 'test.ping' };
      const reply = await target.post(
        '/minions',
        [idle, { ...idle, client }],
        [await target.auth()],
      );
      expectText(reply, 400, "We don't serve your kind here");
    },
  );
}

requirement(
  'tornado.minions.post-to-nobody',
  {
    level: 'should',
    text: 'A job for nobody is an empty object.',
    source: observed,
  },
  async ({ target }) => {
    const chunk = { tgt: target.unique('nobody'), fun: 'test.ping' };
    const reply = await target.post('/minions', chunk, [await target.auth()]);
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

for (const [name, body] of Object.entries({
  text: '"hi"',
  null: 'null',
  'list-with-null': '[null]',
  'list-of-lists': '[[]]',
})) {
  requirement(
    `tornado.minions.post-${name}`,
    {
      level: 'should',
      text: `POST /minions with ${body} is a 500, where POST / would be silent or say that there is no client.`,
      source: observed,
    },
    async ({ target }) => {
      const headers = [['Content-Type', 'application/json'], await target.auth()] as const;
      expectErrorPage(await target.post('/minions', body, headers), 500);
    },
  );
}

requirement(
  'tornado.minions.post-nothing',
  {
    level: 'should',
    text: 'POST /minions without a body is a 500.',
    source: observed,
  },
  async ({ target }) => {
    const headers = [await target.auth()];
    expectErrorPage(await target.send({ method: 'POST', path: '/minions', headers }), 500);
  },
);
