import { expect } from '@playwright/test';
import type { RequirementFacts } from '../declaration.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'rest_tornado, GET /', observed: EVERY_LINE };

const JSON_FORMAT = 'application/json';
const YAML_FORMAT = 'application/x-yaml';
type Format = typeof JSON_FORMAT | typeof YAML_FORMAT;
type Lines = Pick<RequirementFacts, 'since' | 'until'>;

const BODIES: Readonly<Record<Format, string>> = {
  [JSON_FORMAT]:
    '{"clients": ["local", "local_async", "runner", "runner_async"], "return": "Welcome"}',
  [YAML_FORMAT]: 'clients: [local, local_async, runner, runner_async]\nreturn: Welcome\n',
};

/** What an Accept header comes to, by the end of the requirement's id: the first range that fits counts, whatever its q. */
const CHOICES: Readonly<Record<string, readonly [accept: string, format: Format, lines?: Lines]>> =
  {
    json: ['application/json', JSON_FORMAT],
    yaml: ['application/x-yaml', YAML_FORMAT],
    anything: ['*/*', JSON_FORMAT],
    'any-application': ['application/*', JSON_FORMAT],
    'browser-default': ['text/html,application/xhtml+xml,*/*;q=0.8', JSON_FORMAT],
    'axios-default': ['application/json, text/plain, */*', JSON_FORMAT],
    'json-first': ['application/json, application/x-yaml', JSON_FORMAT],
    'yaml-first': ['application/x-yaml, application/json', YAML_FORMAT],
    'q-ignored': ['application/x-yaml;q=0.1, application/json;q=0.9', YAML_FORMAT],
    'q-zero': ['application/json;q=0', JSON_FORMAT],
    'not-the-first': ['text/html, application/x-yaml', YAML_FORMAT],
    parameters: ['application/json; charset=utf-8', JSON_FORMAT],
    pattern: ['*/x-y*', YAML_FORMAT],
    'pattern-brackets': ['application/[jx]*', JSON_FORMAT],
    'event-stream-too': ['text/event-stream, */*', JSON_FORMAT],
    asterisk: ['*', JSON_FORMAT, { until: '3007' }],
    'asterisk-yaml': ['*yaml', YAML_FORMAT, { until: '3007' }],
    'case-of-a-mail': ['Application/JSON', JSON_FORMAT, { since: '3008' }],
  };

for (const [name, [accept, format, lines]] of Object.entries(CHOICES)) {
  const isCommon = ['json', 'yaml', 'anything'].includes(name);
  requirement(
    `tornado.accept.${name}`,
    {
      level: isCommon ? 'must' : 'should',
      text: `Accept: ${accept} is answered with ${format}.`,
      source: isCommon ? documented : observed,
      ...lines,
    },
    async ({ target }) => {
      const reply = await target.get('/', [['Accept', accept]]);
      expect(reply.status).toBe(200);
      expect(reply.headerValues('Content-Type')).toEqual([format]);
      expect(reply.body).toBe(BODIES[format]);
    },
  );
}

requirement(
  'tornado.accept.absent',
  {
    level: 'must',
    text: 'Who sends no Accept gets JSON.',
    source: documented,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    expect(reply?.status).toBe(200);
    expect(reply?.header('Content-Type')).toBe(JSON_FORMAT);
    expect(reply?.body).toBe(BODIES[JSON_FORMAT]);
  },
);

requirement(
  'tornado.accept.repeated',
  {
    level: 'should',
    text: 'Several Accept headers count as one list.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/', [
      ['Accept', 'text/html'],
      ['Accept', 'application/x-yaml'],
    ]);
    expect(reply.header('Content-Type')).toBe(YAML_FORMAT);
  },
);

/** What nobody can satisfy, by the end of the requirement's id. */
const UNFIT: Readonly<Record<string, readonly [accept: string, lines?: Lines]>> = {
  html: ['text/html'],
  'other-yaml': ['application/yaml'],
  'text-yaml': ['text/yaml'],
  'event-stream': ['text/event-stream'],
  empty: [''],
  case: ['Application/JSON', { until: '3007' }],
  asterisk: ['*', { since: '3008' }],
};

for (const [name, [accept, lines]] of Object.entries(UNFIT)) {
  requirement(
    `tornado.accept.refuses-${name}`,
    {
      level: 'should',
      text: `Accept: ${accept === '' ? '(empty)' : accept} is answered with 406.`,
      source: observed,
      ...lines,
    },
    async ({ target }) => expectErrorPage(await target.get('/', [['Accept', accept]]), 406),
  );
}

requirement(
  'tornado.accept.everywhere',
  {
    level: 'should',
    text: 'Every path refuses an Accept that it cannot satisfy, signed in or not, preflights and streams of events included.',
    source: observed,
  },
  async ({ target }) => {
    const headers = [['Accept', 'text/html']] as const;
    for (const path of ['/login', '/minions', '/jobs', '/run', '/events', '/hook', '/'])
      for (const method of ['GET', 'POST', 'OPTIONS', 'PUT'])
        expectErrorPage(await target.send({ method, path, headers }), 406);
  },
);
