import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';

const source = { observed: EVERY_LINE };
const documented = { documented: 'rest_cherrypy, hypermedia_handler', observed: EVERY_LINE };

type Format = 'application/json' | 'application/x-yaml';
const JSON_FORMAT = 'application/json';
const YAML_FORMAT = 'application/x-yaml';

/** What an Accept header comes to, by the end of the requirement's id (rest-cherrypy §5.1). */
const CHOICES: Readonly<Record<string, readonly [accept: string, format: Format]>> = {
  json: ['application/json', JSON_FORMAT],
  yaml: ['application/x-yaml', YAML_FORMAT],
  anything: ['*/*', JSON_FORMAT],
  empty: ['', JSON_FORMAT],
  'any-application': ['application/*', JSON_FORMAT],
  'browser-default': ['text/html, */*', JSON_FORMAT],
  'axios-default': ['application/json, text/plain, */*', JSON_FORMAT],
  'equal-json-first': ['application/json, application/x-yaml', YAML_FORMAT],
  'equal-yaml-first': ['application/x-yaml, application/json', YAML_FORMAT],
  'equal-anything': ['*/*, application/x-yaml', YAML_FORMAT],
  'better-json': ['application/json;q=0.6, application/x-yaml;q=0.5', JSON_FORMAT],
  'better-yaml': ['application/json;q=0.5, application/x-yaml;q=0.6', YAML_FORMAT],
  'not-the-best': ['text/html, application/x-yaml;q=0.1', YAML_FORMAT],
  parameters: ['application/json; charset=utf-8', JSON_FORMAT],
  'refused-but-anything': ['application/json;q=0, */*', JSON_FORMAT],
  'blank-in-q': ['application/json ; q = 0.1, application/x-yaml ; q = 0.2', YAML_FORMAT],
  'q-above-one': ['application/json, application/x-yaml;q=1.5', YAML_FORMAT],
  'quoted-comma': ['application/json;a="b,c"', JSON_FORMAT],
};

for (const [name, [accept, format]] of Object.entries(CHOICES)) {
  requirement(
    `cherrypy.accept.${name}`,
    {
      level: ['json', 'yaml', 'anything'].includes(name) ? 'must' : 'should',
      text: `Accept: ${accept === '' ? '(empty)' : accept} is answered with ${format}.`,
      source: documented,
    },
    async ({ target }) => {
      const reply = await target.get('/login', [['Accept', accept]]);
      expect(reply.status).toBe(200);
      expect(reply.headerValues('Content-Type')).toEqual([format]);
      expect(reply.body).toBe(
        format === JSON_FORMAT
          ? '{"status": null, "return": "Please log in"}'
          : 'return: Please log in\nstatus: null\n',
      );
    },
  );
}

/** What nobody can satisfy, by the end of the requirement's id. */
const REFUSED: Readonly<Record<string, string>> = {
  html: 'text/html',
  'other-yaml': 'application/yaml',
  'text-yaml': 'text/yaml',
  asterisk: '*',
  case: 'Application/JSON',
  'q-zero': 'application/json;q=0',
  'anything-q-zero': '*/*;q=0',
  markup: 'a<b>&c',
};

for (const [name, accept] of Object.entries(REFUSED)) {
  requirement(
    `cherrypy.accept.refuses-${name}`,
    {
      level: 'should',
      text: `Accept: ${accept} is answered with 406, and the page quotes it and names the two formats.`,
      source,
    },
    async ({ target }) => {
      const quoted = accept.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
      expectErrorPage(
        await target.get('/', [['Accept', accept]]),
        406,
        `Your client sent this Accept header: ${quoted}. But this resource only emits these media types: application/json, application/x-yaml.`,
      );
    },
  );
}

requirement(
  'cherrypy.accept.malformed-q',
  {
    level: 'should',
    text: 'A q that is no number is answered with 400, which quotes its element.',
    source,
  },
  async ({ target }) => {
    expectErrorPage(
      await target.get('/', [['Accept', 'application/x-yaml, application/json; q=abc']]),
      400,
      'Malformed HTTP header: `application/json;q=abc`',
    );
  },
);

requirement(
  'cherrypy.accept.repeated',
  { level: 'should', text: 'Several Accept headers count as one list.', source },
  async ({ target }) => {
    const reply = await target.get('/', [
      ['Accept', 'text/html'],
      ['Accept', 'application/x-yaml'],
    ]);
    expect(reply.header('Content-Type')).toBe(YAML_FORMAT);
  },
);

requirement(
  'cherrypy.accept.error-as-yaml',
  {
    level: 'should',
    text: "A crash of the handler is told in the client's format: as YAML it has 49 bytes.",
    source,
  },
  async ({ target }) => {
    const reply = await target.post('/run', '["no dict"]', [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/x-yaml'],
    ]);
    expect(reply.status).toBe(500);
    expect(reply.header('Content-Type')).toBe(YAML_FORMAT);
    expect(reply.body).toBe('return: An unexpected error occurred\nstatus: 500\n');
  },
);

requirement(
  'cherrypy.accept.yaml-welcome',
  {
    level: 'should',
    text: 'The welcome document as YAML has its keys sorted, its list not indented, and ends in a line break.',
    source,
  },
  async ({ target }) => {
    const reply = await target.get('/', [['Accept', 'application/x-yaml']]);
    expect(reply.body).toMatch(/^clients:\n(?:- \w+\n)+return: Welcome\n$/);
  },
);

/** Texts that YAML would read as something else, and texts that it would not, as a reply writes them. */
const QUOTED = `return:
- args: []
  kwargs:
    a: 'true'
    b: '1'
    c: it's
    d: ''
    e: plain text
    f: 'a: b'
    g: "tab\\there"
`;

requirement(
  'cherrypy.accept.yaml-quotes',
  {
    level: 'should',
    text: 'YAML puts texts that would read as something else in single quotes, those with control characters in double ones, and others in none.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const kwarg = {
      a: 'true',
      b: '1',
      c: "it's",
      d: '',
      e: 'plain text',
      f: 'a: b',
      g: 'tab\there',
    };
    const reply = await target.lowstate({ client: 'runner', fun: 'test.arg', kwarg }, [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/x-yaml'],
    ]);
    expect(reply.body).toBe(QUOTED);
  },
);
