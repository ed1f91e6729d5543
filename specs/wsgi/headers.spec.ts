import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectBreakdown } from './breakdown.ts';

const source = { observed: EVERY_LINE };

requirement(
  'wsgi.headers.order',
  {
    level: 'should',
    text: 'A reply has Date, Server, Content-Type and Content-Length, in this order, and no other header.',
    source,
  },
  async ({ target }) => {
    for (const method of ['GET', 'POST', 'PUT'])
      expectBreakdown(await target.send({ method, path: '/' }));
  },
);

requirement(
  'wsgi.headers.server',
  {
    level: 'should',
    text: 'The Server header names wsgiref and the version of Python: WSGIServer/0.2 CPython/3.11.7, say.',
    source,
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.header('Server')).toMatch(/^WSGIServer\/0\.2 CPython\/3\.\d+\.\d+\S*$/);
  },
);

requirement(
  'wsgi.headers.date',
  {
    level: 'should',
    text: 'The Date header is a date of HTTP, in GMT.',
    source,
  },
  async ({ target }) => {
    const date = (await target.get('/')).header('Date') ?? '';
    expect(date).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
    expect(new Date(date).toUTCString()).toBe(date);
  },
);

requirement(
  'wsgi.headers.no-cors',
  {
    level: 'should',
    text: 'A browser page of another origin is told nothing that would let it read replies.',
    source,
  },
  async ({ target }) => {
    const headers = [
      ['Origin', 'http://saltproof.example'],
      ['Access-Control-Request-Method', 'POST'],
    ] as const;
    for (const method of ['GET', 'OPTIONS'])
      expectBreakdown(await target.send({ method, path: '/', headers }));
  },
);

requirement(
  'wsgi.headers.no-cookie',
  {
    level: 'should',
    text: 'There are no sessions: no reply sets a cookie, whatever cookie or token a request brings.',
    source,
  },
  async ({ target }) => {
    const token = 'ab'.repeat(20);
    const headers = [
      ['Cookie', `session_id=${token}`],
      ['X-Auth-Token', token],
    ] as const;
    for (const path of ['/', '/login']) expectBreakdown(await target.get(path, headers));
  },
);
