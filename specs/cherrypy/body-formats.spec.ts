import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { CRASHED, expectErrorPage, SERVER_ERROR } from './error-page.ts';

const source = { observed: EVERY_LINE };
const documented = { documented: 'rest_cherrypy, hypermedia_in', observed: EVERY_LINE };

const NOT_LIST = 'Lowstates must be a list';
const BAD_TYPE = 'Content type not supported';

const JSON_TYPE = 'application/json';
const YAML_TYPE = 'application/x-yaml';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const TEXT_TYPE = 'text/plain';

interface Body {
  readonly text: string;
  readonly type: string;
  readonly body: string | Buffer;
}

/** A chunk whose client does not exist: its name in the answer shows how the body was read. */
const NO_CLIENT = "Invalid client specified: 'nobody'";

/** Bodies that are read, by the end of the requirement's id (rest-cherrypy §4). */
const READ: Readonly<Record<string, Body>> = {
  json: { text: 'A JSON list of chunks', type: JSON_TYPE, body: '[{"client": "nobody"}]' },
  'json-object': { text: 'A JSON object alone', type: JSON_TYPE, body: '{"client": "nobody"}' },
  'json-charset': {
    text: 'JSON whose content type has a charset',
    type: 'application/json; charset=utf-8',
    body: '{"client": "nobody"}',
  },
  'json-key-twice': {
    text: 'A JSON object with a key twice, of which the last counts,',
    type: JSON_TYPE,
    body: '{"client": "other", "client": "nobody"}',
  },
  yaml: { text: 'YAML as application/x-yaml', type: YAML_TYPE, body: '- client: nobody\n' },
  'yaml-text': { text: 'YAML as text/yaml', type: 'text/yaml', body: 'client: nobody' },
  'text-json': { text: 'JSON as text/plain', type: TEXT_TYPE, body: '{"client": "nobody"}' },
  form: { text: 'A form', type: FORM_TYPE, body: 'client=nobody&arg=1&arg=2' },
  'form-charset': {
    text: 'A form whose content type has a charset',
    type: `${FORM_TYPE}; charset=utf-8`,
    body: 'client=nobody',
  },
  'form-encoded': { text: 'A form with escapes', type: FORM_TYPE, body: '%63lient=no%62ody' },
  'form-blank-values': {
    text: 'A form with blank values and fields without =, which are dropped,',
    type: FORM_TYPE,
    body: 'tgt=&client=nobody&fun&arg=',
  },
};

for (const [name, { text, type, body }] of Object.entries(READ)) {
  requirement(
    `cherrypy.body-formats.${name}`,
    {
      level: ['json', 'json-object', 'yaml', 'form'].includes(name) ? 'must' : 'should',
      text: `${text} is read: a client named in it that does not exist comes back in the refusal.`,
      source: documented,
    },
    async ({ target }) => {
      expectErrorPage(await target.post('/run', body, [['Content-Type', type]]), 400, NO_CLIENT);
    },
  );
}

/** Bodies that hold no list of chunks, by the end of the requirement's id. */
const NO_LISTS: Readonly<Record<string, Body>> = {
  'empty-object': { text: 'An empty JSON object', type: JSON_TYPE, body: '{}' },
  null: { text: 'null', type: JSON_TYPE, body: 'null' },
  number: { text: 'A number', type: JSON_TYPE, body: '5' },
  'json-text': { text: 'A JSON text', type: JSON_TYPE, body: '"x"' },
  'empty-yaml': { text: 'YAML that holds nothing', type: YAML_TYPE, body: '~' },
  'text-no-json': { text: 'Plain text that is no JSON', type: TEXT_TYPE, body: '{bad' },
  'form-without-fields': {
    text: 'JSON that is sent as a form, as curl does unless told otherwise,',
    type: FORM_TYPE,
    body: '[{"client": "nobody"}]',
  },
};

for (const [name, { text, type, body }] of Object.entries(NO_LISTS)) {
  requirement(
    `cherrypy.body-formats.no-list-${name}`,
    { level: 'should', text: `${text} is refused with 400, since it is no list.`, source },
    async ({ target }) => {
      expectErrorPage(await target.post('/run', body, [['Content-Type', type]]), 400, NOT_LIST);
    },
  );
}

/** Bodies that cannot be read, by the end of the requirement's id: 400 for JSON, a crash for all else. */
const BROKEN: Readonly<Record<string, Body & { readonly status: 400 | 500 }>> = {
  'json-syntax': { text: 'Broken JSON', type: JSON_TYPE, body: '{bad', status: 400 },
  'json-trailing': {
    text: 'JSON with something behind it',
    type: JSON_TYPE,
    body: '[] x',
    status: 400,
  },
  'json-bom': {
    text: 'JSON with a byte order mark',
    type: JSON_TYPE,
    body: '\ufeff[]',
    status: 400,
  },
  'json-blank': { text: 'A blank as JSON', type: JSON_TYPE, body: ' ', status: 400 },
  'json-bytes': {
    text: 'JSON that is no UTF-8',
    type: JSON_TYPE,
    body: Buffer.from([0xff]),
    status: 500,
  },
  'yaml-syntax': { text: 'Broken YAML', type: YAML_TYPE, body: 'a: [', status: 500 },
  'yaml-key-twice': {
    text: 'YAML with a key twice',
    type: YAML_TYPE,
    body: 'a: 1\na: 2',
    status: 500,
  },
  'yaml-tag': {
    text: 'YAML with a Python tag',
    type: YAML_TYPE,
    body: '!!python/name:os.system ""',
    status: 500,
  },
  'text-bytes': {
    text: 'Plain text that is no UTF-8',
    type: TEXT_TYPE,
    body: Buffer.from([0xff]),
    status: 500,
  },
};

for (const [name, { text, type, body, status }] of Object.entries(BROKEN)) {
  requirement(
    `cherrypy.body-formats.${name}`,
    {
      level: 'should',
      text: `${text} is answered with the HTML page for ${status}.`,
      source,
    },
    async ({ target }) => {
      const reply = await target.post('/run', body, [['Content-Type', type]]);
      expectErrorPage(reply, status, status === 400 ? 'Invalid JSON document' : CRASHED);
    },
  );
}

/** Content types that nobody reads, by the end of the requirement's id. */
const UNREAD: Readonly<Record<string, readonly Header[]>> = {
  missing: [['X-None', 'x']],
  yaml: [['Content-Type', 'application/yaml']],
  case: [['Content-Type', 'Application/JSON']],
  html: [['Content-Type', 'text/html']],
  multipart: [['Content-Type', 'multipart/form-data; boundary=x']],
  empty: [['Content-Type', '']],
};

for (const [name, headers] of Object.entries(UNREAD)) {
  const [[header, value] = ['', '']] = headers;
  const what =
    header === 'Content-Type' ? `Content-Type: ${value || '(empty)'}` : 'No content type';
  requirement(
    `cherrypy.body-formats.type-${name}`,
    { level: 'should', text: `${what} is refused with 406, not 415.`, source },
    async ({ target }) => {
      const reply = await target.send({ method: 'POST', path: '/run', headers, body: '[]' });
      expectErrorPage(reply, 406, BAD_TYPE);
    },
  );
}

requirement(
  'cherrypy.body-formats.absent',
  {
    level: 'should',
    text: 'A POST without a body and without a length has no low data: on /run 400, on /login the JSON for 500.',
    source,
  },
  async ({ target }) => {
    expectErrorPage(await target.send({ method: 'POST', path: '/run' }), 400, NOT_LIST);
    const login = await target.send({ method: 'POST', path: '/login' });
    expect(login.status).toBe(500);
    expect(login.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.body-formats.length-zero',
  {
    level: 'should',
    text: 'A POST of length 0 has no low data, whatever its content type says.',
    source,
  },
  async ({ target }) => {
    const reply = await target.post('/run', '', [['Content-Type', 'image/png']]);
    expectErrorPage(reply, 400, NOT_LIST);
  },
);

requirement(
  'cherrypy.body-formats.empty-list',
  { level: 'should', text: 'An empty list runs nothing and returns an empty list.', source },
  async ({ target }) => {
    expect((await target.post('/run', [])).body).toBe('{"return": []}');
  },
);

requirement(
  'cherrypy.body-formats.list-of-other-things',
  {
    level: 'should',
    text: 'A list of anything but objects is answered with the JSON for 500.',
    source,
  },
  async ({ target }) => {
    for (const body of [[1], [null], [[]], ['x']]) {
      const reply = await target.post('/run', body);
      expect(reply.status).toBe(500);
      expect(reply.body).toBe(SERVER_ERROR);
    }
  },
);

requirement(
  'cherrypy.body-formats.large',
  {
    level: 'should',
    text: 'A body of 2 MiB is read: the documented limit of 1 MiB is not enforced.',
    source,
  },
  async ({ target }) => {
    const reply = await target.post('/run', { client: 'nobody', arg: ['a'.repeat(2 ** 21)] });
    expectErrorPage(reply, 400, NO_CLIENT);
  },
);
