import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { expectHeaders } from './header-order.ts';

const observed = { observed: EVERY_LINE };

async function welcomeTag(target: Target): Promise<string> {
  const tag = (await target.get('/')).header('Etag');
  expect(tag).toBeDefined();
  return String(tag);
}

function expectKnown(reply: Reply): void {
  expect(reply.status).toBe(304);
  expect(reply.body).toBe('');
}

requirement(
  'tornado.etag.sha1',
  {
    level: 'should',
    text: 'The Etag of a GET is the SHA-1 of its body in hex, quoted.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.headerValues('Etag')).toEqual([
      `"${createHash('sha1').update(reply.body).digest('hex')}"`,
    ]);
  },
);

requirement(
  'tornado.etag.known',
  {
    level: 'should',
    text: 'Who names the Etag in If-None-Match is told 304: no body, no type and no length, but the tag.',
    source: observed,
  },
  async ({ target }) => {
    const tag = await welcomeTag(target);
    const reply = await target.get('/', [['If-None-Match', tag]]);
    expectKnown(reply);
    expectHeaders(reply, ['Server', 'Date', 'Etag']);
    expect(reply.header('Etag')).toBe(tag);
  },
);

/** What else stands for the tag that is known, by the end of the requirement's id. */
const KNOWN: Readonly<Record<string, (tag: string) => string>> = {
  weak: (tag) => `W/${tag}`,
  list: (tag) => `"other", ${tag}`,
  any: () => '*',
};

for (const [name, valueOf] of Object.entries(KNOWN)) {
  requirement(
    `tornado.etag.${name}`,
    {
      level: 'should',
      text: `If-None-Match: ${valueOf('<tag>')} counts as knowing the Etag.`,
      source: observed,
    },
    async ({ target }) => {
      const value = valueOf(await welcomeTag(target));
      expectKnown(await target.get('/', [['If-None-Match', value]]));
    },
  );
}

requirement(
  'tornado.etag.unknown',
  {
    level: 'should',
    text: 'Who names another Etag, or the same without its quotes, gets the body.',
    source: observed,
  },
  async ({ target }) => {
    const bare = (await welcomeTag(target)).replaceAll('"', '');
    for (const value of ['"other"', bare, ''])
      expect((await target.get('/', [['If-None-Match', value]])).status).toBe(200);
  },
);

requirement(
  'tornado.etag.by-format',
  {
    level: 'should',
    text: 'The same as YAML has another Etag.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/', [
      ['Accept', 'application/x-yaml'],
      ['If-None-Match', await welcomeTag(target)],
    ]);
    expect(reply.status).toBe(200);
    expect(reply.header('Etag')).toBe(`"${createHash('sha1').update(reply.body).digest('hex')}"`);
  },
);

requirement(
  'tornado.etag.jobs',
  {
    level: 'should',
    text: 'What a command came to has an Etag where it was asked for by GET.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.get('/jobs/20000101000000000000', [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.header('Etag')).toBe(`"${createHash('sha1').update(reply.body).digest('hex')}"`);
  },
);

requirement(
  'tornado.etag.only-success',
  {
    level: 'should',
    text: 'A GET that fails has no Etag, and If-None-Match: * changes nothing about it.',
    source: observed,
  },
  async ({ target }) => {
    for (const [path, status] of [
      ['/login', 401],
      ['/nonesuch', 404],
      ['/minions', 302],
    ] as const) {
      const reply = await target.get(path, [['If-None-Match', '*']]);
      expect(reply.status).toBe(status);
      expect(reply.headerValues('Etag')).toEqual([]);
    }
  },
);
