import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';

const source = { observed: EVERY_LINE };

/** What takes gzip, by the end of the requirement's id. */
const TAKES: Readonly<Record<string, string>> = {
  plain: 'gzip',
  'old-name': 'x-gzip',
  browser: 'gzip, deflate, br',
  better: 'gzip;q=1.0, identity; q=0.5, *;q=0',
};

for (const [name, accept] of Object.entries(TAKES)) {
  requirement(
    `cherrypy.gzip.${name}`,
    {
      level: 'should',
      text: `With Accept-Encoding: ${accept} an error page comes compressed, and its length is that of what is sent.`,
      source,
    },
    async ({ target }) => {
      const plain = await target.get('/no/such');
      const reply = await target.get('/no/such', [['Accept-Encoding', accept]]);
      expect(reply.status).toBe(404);
      expect(reply.header('Content-Encoding')).toBe('gzip');
      expect(reply.header('Content-Length')).toBe(String(reply.bytes.length));
      expect(gunzipSync(reply.bytes).toString()).toBe(plain.body);
    },
  );
}

requirement(
  'cherrypy.gzip.never-json',
  { level: 'should', text: 'JSON and YAML are never compressed.', source },
  async ({ target }) => {
    for (const accept of ['application/json', 'application/x-yaml']) {
      const reply = await target.get('/', [
        ['Accept', accept],
        ['Accept-Encoding', 'gzip'],
      ]);
      expect(reply.header('Content-Encoding')).toBeUndefined();
      expect(reply.body).toContain('Welcome');
    }
  },
);

/** What leaves the page as it is, by the end of the requirement's id. */
const LEAVES: Readonly<Record<string, string>> = {
  identity: 'identity',
  empty: '',
  'gzip-refused': 'gzip;q=0',
  'identity-better': 'identity;q=0.5, gzip;q=0.4',
};

for (const [name, accept] of Object.entries(LEAVES)) {
  requirement(
    `cherrypy.gzip.${name}`,
    {
      level: 'should',
      text: `With Accept-Encoding: ${accept === '' ? '(empty)' : accept} nothing is compressed.`,
      source,
    },
    async ({ target }) => {
      const reply = await target.get('/no/such', [['Accept-Encoding', accept]]);
      expectErrorPage(reply, 404, "The path '/no/such' was not found.");
    },
  );
}

requirement(
  'cherrypy.gzip.neither',
  {
    level: 'should',
    text: 'A client that takes neither gzip nor plain bytes gets 406 for whatever has a body, without Vary.',
    source,
  },
  async ({ target }) => {
    for (const accept of ['br', 'deflate', '*']) {
      const reply = await target.get('/', [['Accept-Encoding', accept]]);
      expectErrorPage(reply, 406, 'identity, gzip');
      expect(reply.header('Vary')).toBeUndefined();
    }
  },
);

requirement(
  'cherrypy.gzip.malformed-q',
  { level: 'may', text: 'A q that is no number crashes: the HTML page for 500.', source },
  async ({ target }) => {
    const reply = await target.get('/', [['Accept-Encoding', 'gzip;q=abc']]);
    expect(reply.status).toBe(500);
    expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
  },
);
