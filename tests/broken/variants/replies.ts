import type { Header } from '../../../report/result.ts';
import { altering, type Alteration } from '../altering.ts';
import type { Variant } from '../variant.ts';
import { body, header, headers, html, json, typed, without } from './reply-changes.ts';

/** What is wrong with replies, by what it does to them and who must notice. */
const ROWS: readonly (readonly [name: string, alteration: Alteration, ...caughtBy: string[]])[] = [
  [
    'nobody is turned away: 200 where 401 belongs',
    { reply: (draft) => (draft.status === 401 ? { ...draft, status: 200, reason: 'OK' } : draft) },
    'cherrypy.local.anonymous',
    'cherrypy.login.wrong-password',
  ],
  [
    'an error page says another version of XHTML',
    body((text) => text.replace('XHTML 1.0 Transitional', 'XHTML 1.1 Transitional')),
    'cherrypy.gzip.identity',
    'cherrypy.gzip.empty',
  ],
  [
    'an error page escapes quotes',
    html((text) => text.replaceAll("'", '&#x27;')),
    'cherrypy.local.invalid-client',
    'cherrypy.lowstate.no-client',
  ],
  [
    'headers come in alphabetical order',
    headers((all) => all.toSorted(byName)),
    'cherrypy.headers.order-success',
    'cherrypy.headers.order-crash',
    'cherrypy.events-stream.headers',
  ],
  [
    'header names are in lower case',
    headers((all) => all.map(([name, value]) => [name.toLowerCase(), value])),
    'cherrypy.headers.order-success',
    'cherrypy.headers.order-unauthorized',
    'cherrypy.events-stream.headers',
  ],
  [
    'JSON names its charset',
    header('Content-Type', (type) => type.replace(/^application\/json$/, '$&;charset=utf-8')),
    'cherrypy.root.json-by-default',
  ],
  [
    'JSON has no spaces',
    json((text) => text.replaceAll(/([,:]) /g, '$1')),
    'cherrypy.local.ping',
    'cherrypy.local.no-match',
    'cherrypy.login.welcome',
  ],
  [
    'JSON holds text that is not ASCII as it is',
    json((text) => text.replaceAll(/\\u([0-9a-f]{4})/g, unescaped)),
    'cherrypy.arguments.unicode',
  ],
  [
    'YAML quotes with double quotes',
    typed('x-yaml', (text) => text.replaceAll("'", '"')),
    'cherrypy.accept.yaml-quotes',
  ],
  [
    'YAML indents the items of lists',
    typed('x-yaml', (text) => text.replaceAll(/^(?:- | {2})/gm, '  $&')),
    'cherrypy.accept.yaml-welcome',
    'cherrypy.root.yaml',
  ],
  [
    'GET / leaves destroy out',
    json((text) => text.replace('"destroy", ', '')),
    'cherrypy.root.clients',
  ],
  [
    'GET / welcomes in other words',
    json((text) => text.replace('"Welcome"', '"Welcome!"')),
    'cherrypy.root.welcome',
  ],
  ['GET /login names no session scheme', without('Www-Authenticate'), 'cherrypy.login.welcome'],
  ['a log-in sends no X-Auth-Token', without('X-Auth-Token'), 'cherrypy.login.json-object'],
  [
    'a log-in sends another token in the cookie',
    header('Set-Cookie', (cookie) => cookie.replace(/=[0-9a-f]/, '=_')),
    'cherrypy.login.json-object',
  ],
  [
    'cookies have no Path',
    header('Set-Cookie', (cookie) => cookie.replace('; Path=/', '')),
    'cherrypy.login.cookie',
    'cherrypy.logout.expired-cookie',
  ],
  [
    'cookies never say when they expire',
    header('Set-Cookie', (cookie) => cookie.replace(/ expires=[^;]*;/, '')),
    'cherrypy.login.cookie',
    'cherrypy.logout.expired-cookie',
  ],
  [
    'every reply sets a cookie',
    headers((all) => [...all, ['Set-Cookie', 'session_id=abc; Path=/']]),
    'cherrypy.root.no-session',
  ],
  [
    'no reply says what is allowed',
    without('Allow'),
    'cherrypy.headers.order-success',
    'cherrypy.hook.get-not-allowed',
  ],
  [
    'no reply varies by encoding',
    without('Vary'),
    'cherrypy.headers.vary',
    'cherrypy.headers.order-success',
  ],
  [
    'authorised replies may be cached by anybody',
    without('Cache-Control'),
    'cherrypy.headers.order-success',
  ],
  [
    'CORS lets nobody bring credentials',
    without('Access-Control-Allow-Credentials'),
    'cherrypy.cors.no-origin',
    'cherrypy.cors.preflight',
  ],
  [
    'CORS lets any origin in by a star',
    header('Access-Control-Allow-Origin', () => '*'),
    'cherrypy.cors.origin',
    'cherrypy.cors.preflight',
  ],
  [
    'the server hides its name',
    without('Server'),
    'cherrypy.headers.server',
    'cherrypy.headers.order-success',
  ],
  [
    'a target without minions returns false',
    json((text) => text.replaceAll('[{}]', '[false]')),
    'cherrypy.local.no-match',
  ],
  [
    'a target without minions returns a list',
    json((text) => text.replaceAll('[{}]', '[[]]')),
    'cherrypy.local.no-match',
  ],
  [
    'returns come in the reverse order of the chunks',
    json(reversedReturns),
    'cherrypy.lowstate.order',
    'cherrypy.runner.two-chunks',
  ],
  [
    'a return stands alone, in no list',
    json((text) => text.replace(/^\{"return": \[(\{.*\})\]\}$/s, '{"return": $1}')),
    'cherrypy.local.ping',
    'cherrypy.local.no-match',
  ],
  ['true is 1', json((text) => text.replaceAll(/\btrue\b/g, '1')), 'cherrypy.local.ping'],
  [
    'floats have no fraction',
    json((text) => text.replaceAll(/(\d)\.0\b/g, '$1')),
    'cherrypy.arguments.floats',
  ],
];

/** Simulators whose replies are changed on their way out. */
export const REPLIES: readonly Variant[] = ROWS.map(([name, alteration, ...caughtBy]) => ({
  name,
  caughtBy,
  between: altering(alteration),
}));

function byName([one]: Header, [other]: Header): number {
  return one < other ? -1 : 1;
}

function unescaped(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

function reversedReturns(text: string): string {
  const [, returns] = /^\{"return": \[(.*)\]\}$/s.exec(text) ?? [];
  if (returns === undefined) return text;
  const items = JSON.parse(`[${returns}]`) as unknown[];
  const spaced = items.toReversed().map((item) => JSON.stringify(item));
  return items.length < 2
    ? text
    : `{"return": [${spaced.join(', ').replaceAll(/([,:])(?=["[{\d])/g, '$1 ')}]}`;
}
