import type http from 'node:http';
import { expect, test } from '@playwright/test';
import { serveHttp } from '../suite/local-server.ts';
import { saltproof } from './saltproof.ts';

/*
 * What `check --api wsgi` says of a target that is none: there is no log-in to try, so it looks at
 * what low data without chunks comes to.
 */

const OTHERS: readonly (readonly [what: string, answer: http.RequestListener, says: string])[] = [
  [
    'another module of salt-api',
    (_, res) => res.writeHead(401).end('Unauthorized'),
    'answered 401, but not as a rest_wsgi does: no Content-Type, beginning "Unauthorized". Is this the base URL of a rest_wsgi?',
  ],
  [
    'a page',
    (_, res) => res.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>'),
    'answered 200, but not as a rest_wsgi does: text/html, beginning "<!doctype html>".',
  ],
];

for (const [what, answer, says] of OTHERS)
  test(`${what} is no rest_wsgi`, async () => {
    const server = await serveHttp(answer);
    try {
      const { code, stderr } = await saltproof(['check', server.url, '--api=wsgi', '--token=t']);
      expect(stderr).toContain(`saltproof: ${server.url} ${says}`);
      expect(code).toBe(3);
    } finally {
      await server.close();
    }
  });
