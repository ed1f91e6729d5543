import type { MasterConfig } from '../master/config.ts';
import { DEFAULT_OPTIONS } from '../master/default-options.ts';
import { described } from '../master/described.ts';
import { str } from '../python/repr.ts';
import { isDict, type PyDict } from '../python/value.ts';
import { mistypedIn } from './mistyped-in.ts';
import { nearest } from './nearest.ts';
import {
  MASTER_OPTIONS,
  REST_CHERRYPY_OPTIONS,
  REST_TORNADO_OPTIONS,
  REST_WSGI_OPTIONS,
} from './unsimulated-options.ts';

/** The eauth back ends that Salt ships: `salt/auth` of 3006.28, 3007.15 and 3008.3. */
const BACK_ENDS = 'auto django file keystone ldap mysql pam pki rest sharedsecret yubico'.split(
  ' ',
);

/** Options of the master that somebody reads here. */
const KNOWN: readonly string[] = [
  ...[...DEFAULT_OPTIONS.keys()].map(str),
  ...Object.keys(MASTER_OPTIONS),
  'rest_cherrypy',
  'rest_tornado',
  'rest_wsgi',
  'sharedsecret',
];

/** Real options of Salt that are but a letter or two away from those: all that there are, of 3006 to 3008. */
const OTHERS = ['con_cache', 'master_type', 'pillar_opts'];

/** Options of `rest_cherrypy` that salt-api reads. */
const KNOWN_OF_CHERRYPY: readonly string[] = [
  'port',
  'host',
  'disable_ssl',
  'ssl_crt',
  'ssl_key',
  'ssl_chain',
  'enable_sessions',
  'api_acl',
  'authorized_ips',
  'cors_origin',
  'webhook_url',
  'webhook_disable_auth',
  'stats_disable_auth',
  'collect_stats',
  'root_prefix',
  'app',
  'app_path',
  'static',
  'static_path',
  'favicon',
  'max_request_body_size',
  'expire_responses',
  ...Object.keys(REST_CHERRYPY_OPTIONS),
];

/** Options of `rest_tornado` that salt-api reads. */
const KNOWN_OF_TORNADO: readonly string[] = [
  'port',
  'address',
  'disable_ssl',
  'ssl_crt',
  'ssl_key',
  'cors_origin',
  'webhook_disable_auth',
  'websockets',
  'num_processes',
  'backlog',
  ...Object.keys(REST_TORNADO_OPTIONS),
];

/**
 * What a configuration says that Salt takes without a word and that hardly anybody means, a sentence
 * each: mistyped options, back ends that there are not, rules of a user that are no list, websockets that stay mute.
 */
export function strangeOptions(config: MasterConfig): string[] {
  const { options, external_auth } = config;
  return [
    ...mistypedIn(options, [...KNOWN, ...OTHERS]),
    ...[...external_auth].flatMap(([backEnd, users]) => strangeBackEnd(backEnd, users ?? NOBODY)),
    ...mistypedInSection(options, 'rest_cherrypy', KNOWN_OF_CHERRYPY),
    ...mistypedInSection(options, 'rest_tornado', KNOWN_OF_TORNADO),
    ...muteWebsockets(config),
    ...mistypedInSection(options, 'rest_wsgi', ['port', ...Object.keys(REST_WSGI_OPTIONS)]),
  ];
}

const NOBODY: PyDict = new Map();

/** The one thing that `netapi_enable_clients` has a say in of rest_tornado, and a client is not told of (FormattedEventsHandler of 3008.3). */
function muteWebsockets({ rest_tornado, netapi_enable_clients }: MasterConfig): string[] {
  if (rest_tornado.websockets !== true || netapi_enable_clients.includes('local')) return [];
  return [
    'rest_tornado: /formatted_events tells nobody anything: it asks minions for their grains by the client local, which netapi_enable_clients does not name.',
  ];
}

function mistypedInSection(options: PyDict, name: string, known: readonly string[]): string[] {
  const section = options.get(name);
  return isDict(section) ? mistypedIn(section, known, `${name}: `) : [];
}

function strangeBackEnd(backEnd: string, users: PyDict): string[] {
  const option = `external_auth: ${backEnd}`;
  const [like] = nearest(backEnd, BACK_ENDS);
  const hint = like === undefined ? '' : `; ${like} is`;
  return [
    ...(BACK_ENDS.includes(backEnd) ? [] : [`${option} is no back end that Salt ships${hint}.`]),
    ...(users.size === 0 ? [`${option} names no user.`] : []),
    // `^model` of django holds a mapping.
    ...[...users]
      .filter(([name, rules]) => !Array.isArray(rules) && !str(name).startsWith('^'))
      .map(
        ([name, rules]) =>
          `${option}: what "${str(name)}" may do is ${described(rules)}, and must be a list such as ["test.*"].`,
      ),
  ];
}
