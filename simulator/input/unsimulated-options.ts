import { CLIENTS, isClient } from '../master/clients/clients.ts';
import type { MasterConfig } from '../master/config.ts';
import { str } from '../python/repr.ts';
import { isDict, isTruthy, type PyDict } from '../python/value.ts';
import { nearest } from './nearest.ts';

/**
 * Options of a real master that a client of its APIs can see, and that the simulator does not act
 * on, by what it does instead. Whoever simulates one takes it out of here.
 */
export const MASTER_OPTIONS: Readonly<Record<string, string>> = {
  auto_accept: 'keys stay as the fleet file has them',
  autosign_file: 'keys stay as the fleet file has them',
  autoreject_file: 'keys stay as the fleet file has them',
  open_mode: 'keys stay as the fleet file has them',
  publisher_acl: 'only external_auth grants rights',
  publisher_acl_blacklist: 'nobody is shut out by it',
  client_acl_verify: 'every name may be used',
  auth_events: 'no event tells of log-ins',
  ext_pillar: 'pillars are as the fleet file has them',
  pillar_roots: 'pillars are as the fleet file has them',
  file_roots: 'the master serves the state files of the fleet file, and nothing else',
  master_job_cache: 'jobs are kept in memory',
  ext_job_cache: 'jobs are kept in memory',
  job_cache: 'jobs are kept in memory',
  presence_events: 'no event tells of presence',
  reactor: 'nothing reacts to events',
  engines: 'no engine runs',
  schedule: 'the master runs nothing by itself, minions alone do',
  peer: 'minions ask each other nothing',
  peer_run: 'minions run no runner',
  range_server: 'there is no range server',
  master_tops: 'there are no tops',
  include: 'only this file is read',
  default_include: 'only this file is read',
};

/** The same for options of `rest_cherrypy`. */
export const REST_CHERRYPY_OPTIONS: Readonly<Record<string, string>> = {
  debug: 'error pages show no tracebacks',
  thread_pool: 'it has no threads to run out of',
  queue_size: 'it has no queue to run out of',
  socket_queue_size: 'it has no queue to run out of',
  log_access_file: 'no log is written; see the journal of the control API',
  log_error_file: 'no log is written; see the journal of the control API',
};

/** The same for options of `rest_tornado`; of these Salt reads `debug` alone. */
export const REST_TORNADO_OPTIONS: Readonly<Record<string, string>> = {
  host: 'Salt does not read it there, and where to listen is said by --host, or the option host of the library',
  webhook_url: 'Salt does not read it there, and hooks are at /hook',
  debug: 'a 500 shows no traceback, which on 3006 it would; later lines make nothing of it either',
};

/** What `rest_wsgi` is given in vain: Salt reads its port alone. */
export const REST_WSGI_OPTIONS: Readonly<Record<string, string>> = Object.fromEntries(
  ['host', 'address', 'disable_ssl', 'ssl_crt', 'ssl_key', 'debug'].map((name) => [
    name,
    'Salt reads nothing of rest_wsgi but its port, and listens on localhost without TLS',
  ]),
);

/**
 * What a configuration asks for and the simulator does not do, a sentence each.
 *
 * Options that Salt itself does not know are kept, as Salt keeps them.
 */
export function unsimulatedOptions(config: MasterConfig): string[] {
  const { options, rest_cherrypy, rest_tornado } = config;
  return [
    ...warningsOn(options, MASTER_OPTIONS),
    ...config.netapi_enable_clients.filter((name) => !isClient(name)).map(strangeClient),
    ...warningsInSection(options, 'rest_cherrypy', REST_CHERRYPY_OPTIONS),
    ...warningsOnHost('rest_cherrypy: host', rest_cherrypy.host),
    ...warningsInSection(options, 'rest_tornado', REST_TORNADO_OPTIONS),
    ...warningsOnHost('rest_tornado: address', rest_tornado.address),
    ...warningsInSection(options, 'rest_wsgi', REST_WSGI_OPTIONS),
  ];
}

function warningsInSection(
  options: PyDict,
  name: string,
  table: Readonly<Record<string, string>>,
): string[] {
  const section = options.get(name);
  return isDict(section) ? warningsOn(section, table, `${name}: `) : [];
}

function warningsOnHost(option: string, host: string | undefined): string[] {
  if (host === undefined || ['127.0.0.1', 'localhost'].includes(host)) return [];
  return [
    `${option} "${host}" is not acted on: where to listen is said by --host, or the option host of the library, since anybody may log in here.`,
  ];
}

function warningsOn(
  options: PyDict,
  table: Readonly<Record<string, string>>,
  section = '',
): string[] {
  return [...options]
    .filter(([, value]) => isTruthy(value))
    .map(([name]) => str(name))
    .filter((name) => Object.hasOwn(table, name))
    .map((name) => `${section}${name} is not acted on: ${table[name]}.`);
}

function strangeClient(name: string): string {
  const [like] = nearest(name, Object.keys(CLIENTS));
  return `netapi_enable_clients: "${name}" is no client of Salt${like === undefined ? '' : `; "${like}" is`}.`;
}
