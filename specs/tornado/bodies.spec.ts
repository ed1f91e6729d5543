import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, firstReturn } from '../target/return-of.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage } from './error-page.ts';
import { ANSWER, expectUnknownClient, GOOD } from './low-data.ts';

const observed = { observed: EVERY_LINE };
const needs = ['runner'] as const;

const FORM = 'application/x-www-form-urlencoded';

/** Posts a body of this type; `path` may have a query. */
async function posted(
  target: Target,
  type: string,
  body: string | Buffer,
  path = '/',
): Promise<Reply> {
  return target.post(path, body, [['Content-Type', type], await target.auth()]);
}

/** What the runner test.arg was called with by such a body. */
async function argumentsOf(...request: Parameters<typeof posted>): Promise<unknown> {
  const reply = await posted(...request);
  expect(reply.status).toBe(200);
  return field(firstReturn(reply), 'args');
}

requirement(
  'tornado.bodies.object',
  {
    level: 'must',
    text: 'A chunk that stands for itself is run as a list of one is.',
    source: { documented: 'rest_tornado, POST /', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const reply = await target.post('/', GOOD, [await target.auth()]);
    expect(reply.json()).toEqual({ return: [ANSWER] });
  },
);

requirement(
  'tornado.bodies.yaml',
  {
    level: 'must',
    text: 'Low data may come as YAML.',
    source: { documented: 'rest_tornado, POST /', ...observed },
    needs,
  },
  async ({ target }) => {
    const body = '- client: runner\n  fun: test.arg\n  arg: [a, 1, yes]\n';
    expect(await argumentsOf(target, 'application/x-yaml', body)).toEqual(['a', 1, true]);
  },
);

requirement(
  'tornado.bodies.form',
  {
    level: 'must',
    text: 'A chunk may come as a form; of an argument that is named twice comes a list.',
    source: { documented: 'rest_tornado, POST /', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const body = 'client=runner&fun=test.arg&arg=one&arg=two';
    expect(await argumentsOf(target, FORM, body)).toEqual(['one', 'two']);
  },
);

/** One `arg` of a form and what the function is called with, by the end of the requirement's id. */
const FORM_VALUES: Readonly<Record<string, readonly [arg: string, value: string | number]>> = {
  plus: ['a+b', 'a b'],
  stripped: ['%20%20a%20b%20', 'a b'],
  control: ['a%01b', 'a b'],
  empty: ['', ''],
  escaped: ['%C3%BC', 'ü'],
  'odd-escape': ['100%', '100%'],
  number: ['12', 12],
};

for (const [name, [arg, value]] of Object.entries(FORM_VALUES)) {
  requirement(
    `tornado.bodies.form-${name}`,
    {
      level: 'should',
      text: `arg=${arg} in a form is ${JSON.stringify(value)} to the function.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      expect(await argumentsOf(target, FORM, `client=runner&fun=test.arg&arg=${arg}`)).toEqual([
        value,
      ]);
    },
  );
}

requirement(
  'tornado.bodies.form-and-query',
  {
    level: 'should',
    text: 'A form is read together with the query, whose values come first.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const path = '/?client=runner&arg=first';
    expect(await argumentsOf(target, FORM, 'fun=test.arg&arg=second', path)).toEqual([
      'first',
      'second',
    ]);
  },
);

requirement(
  'tornado.bodies.json-and-query',
  {
    level: 'should',
    text: 'The query is no part of what JSON says.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const body = '{"client": "runner", "fun": "test.arg", "arg": ["b"]}';
    expect(await argumentsOf(target, 'application/json', body, '/?arg=a')).toEqual(['b']);
  },
);

requirement(
  'tornado.bodies.form-undecodable',
  {
    level: 'should',
    text: 'A form that is no UTF-8 is refused with 400.',
    source: observed,
  },
  async ({ target }) => expectErrorPage(await posted(target, FORM, 'client=%ff'), 400),
);

requirement(
  'tornado.bodies.single-arg',
  {
    level: 'should',
    text: 'An arg that is no list is put into one where a chunk stands for itself.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const body = '{"client": "runner", "fun": "test.arg", "arg": "abc"}';
    expect(await argumentsOf(target, 'application/json', body)).toEqual(['abc']);
  },
);

/** Bodies that cannot be read: what is wrong with them, their type, text and what comes of it. */
const BROKEN: Readonly<
  Record<string, readonly [what: string, type: string, body: string | Buffer, status: 400 | 500]>
> = {
  'broken-json': ['JSON that is broken', 'application/json', '[{"client": ', 400],
  'trailing-comma': ['JSON with a comma too many', 'application/json', '[1,]', 400],
  blank: ['JSON that is one blank', 'application/json', ' ', 400],
  'form-as-json': ['A form that is said to be JSON', 'application/json', 'client=local', 400],
  'broken-text': ['Plain text that is no JSON', 'text/plain', 'hello', 400],
  'undecodable-json': [
    'JSON that is no UTF-8',
    'application/json',
    Buffer.from([0x22, 0xff, 0x22]),
    400,
  ],
  'broken-yaml': ['YAML that is broken', 'application/x-yaml', 'a: [', 500],
  'yaml-tabs': ['YAML with tabs', 'text/yaml', 'a:\n\tb: 1', 500],
};

for (const [name, [what, type, body, status]] of Object.entries(BROKEN)) {
  requirement(
    `tornado.bodies.${name}`,
    {
      level: 'should',
      text: `${what} is answered with ${status}, signed in or not.`,
      source: observed,
    },
    async ({ target }) => {
      expectErrorPage(await posted(target, type, body), status);
      expectErrorPage(await target.post('/', body, [['Content-Type', type]]), status);
    },
  );
}

requirement(
  'tornado.bodies.empty-list',
  {
    level: 'should',
    text: 'An empty list of low data has no returns.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.lowstate([]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": []}');
  },
);

for (const [name, body] of Object.entries({
  'empty-object': '{}',
  text: '"hi"',
  'empty-text': '""',
  'list-of-texts': '["x"]',
  'list-of-empty-lists': '[[]]',
  'no-client': '{"fun": "test.ping", "tgt": "*"}',
})) {
  requirement(
    `tornado.bodies.${name}`,
    {
      level: 'should',
      text: `A body of ${body} names no client: 400, in a sentence that is plain text and said to be HTML.`,
      source: observed,
    },
    async ({ target }) => {
      expectUnknownClient(await posted(target, 'application/json', body));
    },
  );
}

for (const [name, body] of Object.entries({
  number: '42',
  true: 'true',
  float: '1.5',
  'list-with-arg': '["arg"]',
  'text-with-arg': '"an argument"',
})) {
  requirement(
    `tornado.bodies.${name}`,
    {
      level: 'should',
      text: `A body of ${body} is a 500: arg is looked for where it cannot be.`,
      source: observed,
    },
    async ({ target }) => expectErrorPage(await posted(target, 'application/json', body), 500),
  );
}
