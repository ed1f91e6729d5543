import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import { readTar } from '../target/tar.ts';
import type { Target } from '../target/target.ts';

const source = { documented: 'rest_cherrypy, Keys.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login', 'wheel', 'writes'] as const;

/** Asks for a key pair for a minion that is new, hands over the reply, and takes the key back. */
async function withNewKey(
  target: Target,
  mid: string,
  body: object,
  examine: (reply: Reply) => void | Promise<void>,
): Promise<void> {
  try {
    await examine(await target.post('/keys', { ...target.credentials, mid, ...body }));
  } finally {
    await target.authed.wheel('key.delete', { match: mid });
  }
}

requirement(
  'cherrypy.keys-tar.pair',
  {
    level: 'must',
    text: 'POST /keys answers a tar file of 10240 bytes with the public key of a new pair in minion.pub and the private key in minion.pem.',
    source,
    needs,
  },
  async ({ target }) => {
    await withNewKey(target, target.unique('keys'), {}, (reply) => {
      expect(reply.status).toBe(200);
      expect(reply.bytes).toHaveLength(10240);
      const [pub, pem, ...others] = readTar(reply.bytes);
      expect(pub?.name).toBe('minion.pub');
      expect(pub?.content).toMatch(/^-----BEGIN PUBLIC KEY-----\n[^-]+-----END PUBLIC KEY-----\n$/);
      expect(pem?.name).toBe('minion.pem');
      expect(pem?.content).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
      expect(others).toEqual([]);
    });
  },
);

requirement(
  'cherrypy.keys-tar.headers',
  {
    level: 'should',
    text: 'POST /keys names the file after the minion, forbids caching, and sets no cookie.',
    source,
    needs,
  },
  async ({ target }) => {
    const mid = target.unique('keys');
    await withNewKey(target, mid, {}, (reply) => {
      expect(reply.headerValues('Content-Type')).toEqual(['application/x-tar']);
      expect(reply.headerValues('Content-Disposition')).toEqual([
        `attachment; filename="saltkeys-${mid}.tar"`,
      ]);
      expect(reply.headerValues('Content-Length')).toEqual(['10240']);
      expect(reply.headerValues('Cache-Control')).toEqual(['no-cache']);
      expect(reply.headerValues('Set-Cookie')).toEqual([]);
    });
  },
);

requirement(
  'cherrypy.keys-tar.modes',
  {
    level: 'should',
    text: 'The files in the tar of POST /keys have mode 0644, no owner and no time.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    await withNewKey(target, target.unique('keys'), {}, (reply) => {
      const members = readTar(reply.bytes).map(({ mode, uid, gid, mtime }) => [
        mode,
        uid,
        gid,
        mtime,
      ]);
      expect(members).toEqual([
        [0o644, 0, 0, 0],
        [0o644, 0, 0, 0],
      ]);
    });
  },
);

requirement(
  'cherrypy.keys-tar.accepted',
  {
    level: 'must',
    text: 'After POST /keys the new key is accepted.',
    source,
    needs,
  },
  async ({ target }) => {
    const mid = target.unique('keys');
    await withNewKey(target, mid, {}, async () => {
      const listed = await target.authed.wheel('key.name_match', { match: mid });
      expect(listed).toEqual({ minions: [mid] });
    });
  },
);

requirement(
  'cherrypy.keys-tar.second-time',
  {
    level: 'should',
    text: 'POST /keys for a minion whose key is accepted already answers 200 and a tar of two empty files.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const mid = target.unique('keys');
    await withNewKey(target, mid, {}, async () => {
      const again = await target.post('/keys', { ...target.credentials, mid });
      expect(again.status).toBe(200);
      expect(readTar(again.bytes).map(({ name, content }) => [name, content])).toEqual([
        ['minion.pub', ''],
        ['minion.pem', ''],
      ]);
    });
  },
);

requirement(
  'cherrypy.keys-tar.forced',
  {
    level: 'should',
    text: 'POST /keys with `force` makes a new pair for a minion whose key is accepted already.',
    source,
    needs,
  },
  async ({ target }) => {
    const mid = target.unique('keys');
    await withNewKey(target, mid, {}, async (first) => {
      const body = { ...target.credentials, mid, force: true };
      const [pub] = readTar((await target.post('/keys', body)).bytes);
      expect(pub?.content ?? 'no file').toContain('BEGIN PUBLIC KEY');
      expect(pub?.content).not.toBe(readTar(first.bytes)[0]?.content);
    });
  },
);

requirement(
  'cherrypy.keys-tar.keysize-as-text',
  {
    level: 'may',
    text: 'POST /keys takes a `keysize` that is a text.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    await withNewKey(target, target.unique('keys'), { keysize: '2048' }, (reply) => {
      expect(reply.status).toBe(200);
    });
  },
);

requirement(
  'cherrypy.keys-tar.keysize-as-text-fails',
  {
    level: 'may',
    text: 'POST /keys crashes on a `keysize` that is a text: an HTML 500.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    await withNewKey(target, target.unique('keys'), { keysize: '2048' }, (reply) => {
      expect(reply.status).toBe(500);
      expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
    });
  },
);

/** What POST /keys crashes on, which is an HTML 500 rather than a 401 or 400. */
const CRASHES = [
  ['without-credentials', 'without credentials', { mid: 'nobody' }],
  ['empty-list', 'with an empty list', []],
  ['null', 'with null', null],
] as const;

for (const [name, what, body] of CRASHES) {
  requirement(
    `cherrypy.keys-tar.${name}`,
    {
      level: 'should',
      text: `POST /keys ${what} answers an HTML 500.`,
      source: observed,
    },
    async ({ target }) => {
      const reply = await target.post('/keys', body);
      expect(reply.status).toBe(500);
      expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
    },
  );
}

requirement(
  'cherrypy.keys-tar.without-mid',
  {
    level: 'should',
    text: 'POST /keys without a `mid` answers an HTML 500.',
    source: observed,
    needs: ['own login'],
  },
  async ({ target }) => {
    const reply = await target.post('/keys', target.credentials);
    expect(reply.status).toBe(500);
    expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
  },
);

requirement(
  'cherrypy.keys-tar.session-ignored',
  {
    level: 'should',
    text: 'POST /keys looks for credentials in the body alone: with a session only it answers an HTML 500.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.post('/keys', { mid: target.unique('keys') }, [await target.auth()]);
    expect(reply.status).toBe(500);
    expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
  },
);

requirement(
  'cherrypy.keys-tar.token-not-hex',
  {
    level: 'should',
    text: 'POST /keys with a `token` that is no hexadecimal number answers 401.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.post('/keys', { token: 'zz', mid: target.unique('keys') });
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>Invalid token</p>');
  },
);
