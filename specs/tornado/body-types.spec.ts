import { expect } from '@playwright/test';
import type { RequirementFacts } from '../declaration.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectUsed } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, input formats',
  observed: EVERY_LINE,
};
type Lines = Pick<RequirementFacts, 'since' | 'until'>;

/** Content types by which an empty list is read, by the end of the requirement's id. */
const READ: Readonly<Record<string, readonly [type: string, lines?: Lines]>> = {
  json: ['application/json'],
  yaml: ['application/x-yaml'],
  'text-yaml': ['text/yaml'],
  'plain-text': ['text/plain'],
  charset: ['application/json; charset=utf-8'],
  'other-charset': ['application/json; charset=latin-1'],
  'blanks-around': ['  application/json  ;a=b'],
  'json-in-capitals': ['APPLICATION/JSON', { since: '3008' }],
  'no-type-at-all': ['nonsense', { since: '3008' }],
};

for (const [name, [type, lines]] of Object.entries(READ)) {
  const isCommon = name === 'json' || name === 'yaml';
  requirement(
    `tornado.body-types.${name}`,
    {
      level: isCommon ? 'must' : 'should',
      text: `A body of the type "${type}" is read.`,
      source: isCommon ? documented : observed,
      ...lines,
    },
    async ({ target }) => {
      expectUsed(await target.post('/', '[]', [['Content-Type', type], await target.auth()]));
    },
  );
}

/** Content types that nobody reads, by the end of the requirement's id. */
const UNREAD: Readonly<Record<string, readonly [type: string, lines?: Lines]>> = {
  xml: ['application/xml'],
  'other-yaml': ['application/yaml'],
  'other-json': ['text/json'],
  octets: ['application/octet-stream'],
  list: ['application/json, text/plain', { until: '3007' }],
  capitals: ['APPLICATION/JSON', { until: '3007' }],
  nonsense: ['nonsense', { until: '3007' }],
  empty: [''],
};

for (const [name, [type, lines]] of Object.entries(UNREAD)) {
  requirement(
    `tornado.body-types.refuses-${name}`,
    {
      level: 'should',
      text: `A body of the type "${type}" is refused with 406.`,
      source: observed,
      ...lines,
    },
    async ({ target }) => {
      expectErrorPage(
        await target.post('/', '[]', [['Content-Type', type], await target.auth()]),
        406,
      );
    },
  );
}

requirement(
  'tornado.body-types.refuses-none',
  {
    level: 'should',
    text: 'A body without a type is refused with 406.',
    source: observed,
  },
  async ({ target }) => {
    const headers = [await target.auth()];
    expectErrorPage(await target.send({ method: 'POST', path: '/', headers, body: '[]' }), 406);
  },
);

requirement(
  'tornado.body-types.refuses-parts',
  {
    level: 'should',
    text: 'multipart/form-data is taken apart and refused with 406.',
    source: observed,
  },
  async ({ target }) => {
    const body = '--b\r\nContent-Disposition: form-data; name="client"\r\n\r\nlocal\r\n--b--\r\n';
    expectErrorPage(
      await target.post('/', body, [
        ['Content-Type', 'multipart/form-data; boundary=b'],
        await target.auth(),
      ]),
      406,
    );
  },
);

requirement(
  'tornado.body-types.no-boundary',
  {
    level: 'should',
    text: 'multipart/form-data without a boundary is refused with 400.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
  },
  async ({ target }) => {
    const reply = await target.post('/', 'x', [['Content-Type', 'multipart/form-data']]);
    expectErrorPage(reply, 400);
  },
);

requirement(
  'tornado.body-types.no-boundary-hangs-up',
  {
    level: 'should',
    text: 'On multipart/form-data without a boundary the connection ends without an answer.',
    source: { observed: ['3006.28'] },
    until: '3006',
  },
  async ({ target }) => {
    const { bytes, isClosed } = await target.sendBytes(
      'POST / HTTP/1.1\r\nHost: here\r\nContent-Type: multipart/form-data\r\nContent-Length: 1\r\n\r\nx',
    );
    expect(bytes.toString()).toBe('');
    expect(isClosed).toBe(true);
  },
);

requirement(
  'tornado.body-types.with-get',
  {
    level: 'should',
    text: 'A body is read with every method: a GET whose JSON is broken is a 400, one whose type nobody reads a 406.',
    source: observed,
  },
  async ({ target }) => {
    const send = (method: string, type: string) =>
      target.send({
        method,
        path: '/',
        headers: [['Content-Type', type]],
        body: '{',
      });
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expectErrorPage(await send(method, 'application/json'), 400);
      expectErrorPage(await send(method, 'text/html'), 406);
    }
  },
);

requirement(
  'tornado.body-types.empty-body',
  {
    level: 'should',
    text: 'Where there is no body its type does not matter.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'GET',
      path: '/',
      headers: [['Content-Type', 'text/html']],
    });
    target.shape(reply, 'welcome');
    expect(reply.status).toBe(200);
  },
);
