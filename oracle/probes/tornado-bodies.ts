import { ask, JSON_IN, probe, unanswered, under, type Probe } from './probe.ts';
import { TOKEN } from './tornado-probe.ts';

/** Content types by which a body is read, and one by which it is not. */
const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  plain: 'text/plain',
  yaml: 'application/x-yaml',
  form: 'application/x-www-form-urlencoded',
  xml: 'application/xml',
};

/** Bodies by what is odd about them. */
const BODIES: Readonly<Record<string, string>> = {
  blank: ' ',
  null: 'null',
  true: 'true',
  false: 'false',
  zero: '0',
  seven: '7',
  float: '1.5',
  nan: 'NaN',
  text: '"a"',
  'empty-text': '""',
  'text-with-arg': '"my argument"',
  'text-with-client': '"a client"',
  'empty-list': '[]',
  'list-of-arg': '["arg"]',
  'list-of-null': '[null]',
  'list-of-list': '[[]]',
  'empty-object': '{}',
  'arg-number': '{"arg": 5}',
  'arg-null': '{"arg": null}',
  'broken-object': '{"a"}',
  'broken-list': '[1,',
  'two-values': '{} {}',
  'key-twice': '{"username": "a", "username": "b", "password": "c", "eauth": "d"}',
  'single-quotes': "{'username': 'a', 'password': 'b', 'eauth': 'c'}",
  'bare-word': 'nope',
  umlaut: '\u00fc',
  mark: '\ufeff{}',
  'control-in-text': '{"username": "a\u0001", "password": "b", "eauth": "c"}',
  'yaml-tag': '!!python/name:os.system',
  'yaml-anchor': '&a [*a]',
  'yaml-date': '2026-01-01',
  'yaml-two-documents': 'a: 1\n---\nb: 2\n',
  'form-fields': 'username=a&password=b&eauth=nosuch',
  'form-blank-values': 'username&password=&eauth',
  'form-escapes': 'username=%zz&password=%C3%BC&eauth=+a+',
  'form-undecodable': 'username=%ff',
  'form-semicolon': 'username=a;password=b;eauth=c',
};

/** Low data that is never answered, by what it is. */
const UNANSWERED: Readonly<Record<string, string>> = {
  null: 'null',
  zero: '0',
  'list-of-null': '[null]',
  'list-of-number': '[1]',
  'list-of-client': '[["client"]]',
  'text-with-client': '"a client"',
  'client-list': '[{"client": []}]',
  'client-object': '[{"client": {}}]',
};

/** Low data that a chunk of the list fails in, as JSON. */
const LOW_DATA: Readonly<Record<string, string>> = {
  'client-null': '[{"client": null}]',
  'client-number': '[{"client": 1}]',
  'client-missing': '[{}]',
  'list-of-list': '[[]]',
  'list-of-text': '["a"]',
  'arg-text-in-list': '[{"client": "runner", "fun": "test.arg", "arg": "abc"}]',
  'arg-text': '{"client": "runner", "fun": "test.arg", "arg": "abc"}',
  'arg-number': '{"client": "runner", "fun": "test.arg", "arg": 5}',
  'arg-object': '{"client": "runner", "fun": "test.arg", "arg": {"a": 1}}',
  'arg-null': '{"client": "runner", "fun": "test.arg", "arg": null}',
  'kwarg-text': '{"client": "runner", "fun": "test.arg", "kwarg": "abc"}',
  'kwarg-null': '{"client": "runner", "fun": "test.arg", "kwarg": null}',
  'fun-null': '{"client": "runner", "fun": null}',
  'fun-number': '{"client": "runner", "fun": 5}',
  'fun-list': '{"client": "runner", "fun": ["test.arg"]}',
  'fun-empty': '{"client": "runner", "fun": "nonesuch"}',
  'token-empty': '[{"client": "runner", "fun": "test.arg", "token": ""}]',
  'local-no-fun': '[{"client": "local", "tgt": "nobody"}]',
  'local-no-tgt': '[{"client": "local", "fun": "test.ping"}]',
  'local-arg-number': '[{"client": "local", "tgt": "nobody", "fun": "test.ping", "arg": 5}]',
  'local-arg-object': '[{"client": "local", "tgt": "nobody", "fun": "test.ping", "arg": {"a": 1}}]',
  'local-tgt-type':
    '[{"client": "local", "tgt": "nobody", "tgt_type": "bogus", "fun": "test.ping"}]',
  'local-jid': '[{"client": "local", "tgt": "nobody", "fun": "test.ping", "jid": "abc"}]',
};

function post(path: string, type: string, body: string, ...headers: readonly string[]) {
  return ask(`POST ${path}`, [`Content-Type: ${type}`, ...headers], body);
}

function silent(name: string, request: string, body: string, ...headers: readonly string[]): Probe {
  const lines = [`${request} HTTP/1.1`, 'Host: <host>', ...headers];
  const sent = `${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  return probe(`tornado-unanswered.${name}`, 'saltdev', unanswered(sent));
}

/** Bodies that rest_tornado is sent, good and bad, in every type. */
export const TORNADO_BODIES: readonly Probe[] = [
  ...Object.entries(TYPES).flatMap(([name, type]) =>
    Object.entries(BODIES).map(([what, body]) =>
      probe(
        `tornado-body.${name}-${what}`,
        'nobody',
        post('/login', type, body),
        post('/minions', type, body),
      ),
    ),
  ),
  ...Object.entries(BODIES).map(([what, body]) =>
    probe(
      `tornado-hook-body.${what}`,
      'saltdev',
      post('/hook/probe', 'application/json', body, TOKEN),
      post('/hook/probe', 'application/x-yaml', body, TOKEN),
      post('/hook/probe', 'application/x-www-form-urlencoded', body, TOKEN),
    ),
  ),
  ...Object.entries(LOW_DATA).map(([what, body]) =>
    probe(
      `tornado-low-data.${what}`,
      'saltdev',
      post('/', 'application/json', body, TOKEN),
      post('/', 'application/json', body, TOKEN, 'Accept: application/x-yaml'),
    ),
  ),
  ...Object.entries(UNANSWERED).map(([what, body]) => silent(what, 'POST /', body, TOKEN, JSON_IN)),
  ...['/', '/jobs', '/events', '/run'].map((path) =>
    silent(`no-body-${path.slice(1) || 'root'}`, `POST ${path}`, '', TOKEN),
  ),
].map((asked) => under('tornado', asked));
