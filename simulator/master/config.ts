import { str } from '../python/repr.ts';
import { described } from './described.ts';
import { expectNumProcesses } from './num-processes.ts';
import { InputError } from '../input/input-error.ts';
import {
  isDict,
  isTruthy,
  PyFloat,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../python/value.ts';
import { DEFAULT_OPTIONS } from './default-options.ts';

/** The `rest_cherrypy` section of a master configuration, with Salt's own keys; all are optional. */
export interface RestCherryPyConfig {
  readonly port?: number;
  readonly host?: string;
  readonly debug?: boolean;
  readonly enable_sessions?: boolean;
  readonly api_acl?: PyDict;
  readonly authorized_ips?: readonly string[];
  readonly webhook_url?: string;
  readonly webhook_disable_auth?: boolean;
  readonly stats_disable_auth?: boolean;
  readonly collect_stats?: boolean;
  readonly root_prefix?: string;
  /** A page, and where it is shown. */
  readonly app?: string;
  readonly app_path?: string;
  /** A directory of files, and where they are found. */
  readonly static?: string;
  readonly static_path?: string;
  readonly favicon?: string;
  readonly disable_ssl?: boolean;
  readonly ssl_crt?: string;
  readonly ssl_key?: string;
  readonly ssl_chain?: string;
}

/** The `rest_tornado` section of a master configuration, with Salt's own keys; all are optional. */
export interface RestTornadoConfig {
  readonly port?: number;
  readonly address?: string;
  readonly disable_ssl?: boolean;
  readonly ssl_crt?: string;
  readonly ssl_key?: string;
  readonly debug?: boolean;
  readonly websockets?: boolean;
  readonly webhook_disable_auth?: boolean;
  /** `*`, an origin, or a list of them. */
  readonly cors_origin?: PyValue;
}

/** The `rest_wsgi` section of a master configuration: Salt reads nothing else of it. */
export interface RestWsgiConfig {
  readonly port?: number;
}

/**
 * A master configuration: the options the simulator acts on, by Salt's own names, defaults filled in.
 *
 * Options that it does not know stay in `options`, as a real master keeps them too.
 */
export interface MasterConfig {
  readonly id: string;
  readonly user: string;
  /** The back ends, each with its users; null for one with nothing in it, on which calls fail as on a real master. */
  readonly external_auth: ReadonlyMap<string, PyDict | null>;
  readonly sharedsecret: string | undefined;
  readonly token_expire: number;
  readonly token_expire_user_override: boolean | PyDict;
  readonly permissive_acl: boolean;
  readonly netapi_enable_clients: readonly string[];
  readonly netapi_allow_raw_shell: boolean;
  /** In hours. */
  readonly keep_jobs: number;
  readonly keep_jobs_seconds: number;
  readonly loop_interval: number;
  readonly timeout: number;
  readonly gather_job_timeout: number;
  readonly rest_timeout: number;
  readonly hash_type: string;
  readonly nodegroups: PyDict;
  readonly rest_cherrypy: RestCherryPyConfig;
  readonly rest_tornado: RestTornadoConfig;
  readonly rest_wsgi: RestWsgiConfig;
  /** Every option of the master, those above and those not acted on: what wheel config.values shows. */
  readonly options: PyDict;
}

/** The kinds of value that options have, by the words an error names them with. */
interface Kinds {
  string: string;
  'number of seconds': number;
  'number of hours': number;
  boolean: boolean;
  'list of strings': string[];
  mapping: PyDict;
}

const KINDS: { readonly [K in keyof Kinds]: (value: PyValue) => value is Kinds[K] & PyValue } = {
  string: (value) => typeof value === 'string',
  'number of seconds': isSpan,
  'number of hours': isSpan,
  boolean: (value) => typeof value === 'boolean',
  'list of strings': (value): value is string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string'),
  mapping: isDict,
};

function isSpan(value: PyValue): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

/**
 * Reads a master configuration as Salt does, from the document in a master's configuration file.
 *
 * @throws InputError where an option that is acted on has a value of the wrong kind.
 */
export function masterConfig(document: PyDict): MasterConfig {
  const options: PyDict = new Map([...DEFAULT_OPTIONS, ...document]);
  const read = <K extends keyof Kinds>(name: string, kind: K): Kinds[K] =>
    expectKind(options.get(name) ?? null, kind, name);
  const override = options.get('token_expire_user_override') ?? false;
  const secret = options.get('sharedsecret') ?? null;
  return {
    id: read('id', 'string'),
    user: read('user', 'string'),
    external_auth: externalAuth(options.get('external_auth') ?? null),
    sharedsecret: secret === null ? undefined : expectKind(secret, 'string', 'sharedsecret'),
    token_expire: read('token_expire', 'number of seconds'),
    token_expire_user_override: isDict(override)
      ? override
      : expectKind(override, 'boolean', 'token_expire_user_override'),
    permissive_acl: read('permissive_acl', 'boolean'),
    netapi_enable_clients: read('netapi_enable_clients', 'list of strings'),
    netapi_allow_raw_shell: read('netapi_allow_raw_shell', 'boolean'),
    keep_jobs: read('keep_jobs', 'number of hours'),
    keep_jobs_seconds: read('keep_jobs_seconds', 'number of seconds'),
    loop_interval: read('loop_interval', 'number of seconds'),
    timeout: read('timeout', 'number of seconds'),
    gather_job_timeout: read('gather_job_timeout', 'number of seconds'),
    rest_timeout: read('rest_timeout', 'number of seconds'),
    hash_type: read('hash_type', 'string'),
    nodegroups: read('nodegroups', 'mapping'),
    rest_cherrypy: restCherryPy(options.get('rest_cherrypy') ?? null),
    rest_tornado: restTornado(options.get('rest_tornado') ?? null),
    rest_wsgi: netapiSection(options.get('rest_wsgi') ?? null, 'rest_wsgi', {}),
    options,
  };
}

/** The back ends of `external_auth`, each with its users; null for an empty one. */
function externalAuth(value: PyValue): ReadonlyMap<string, PyDict | null> {
  const backends =
    value === null ? new Map<PyScalar, PyValue>() : expectKind(value, 'mapping', 'external_auth');
  return new Map(
    [...backends].map(([backend, users]) => [
      str(backend),
      users === null ? null : expectKind(users, 'mapping', `external_auth: ${str(backend)}`),
    ]),
  );
}

const REST_CHERRYPY_KINDS = {
  host: 'string',
  debug: 'boolean',
  enable_sessions: 'boolean',
  api_acl: 'mapping',
  authorized_ips: 'list of strings',
  webhook_url: 'string',
  webhook_disable_auth: 'boolean',
  stats_disable_auth: 'boolean',
  collect_stats: 'boolean',
  root_prefix: 'string',
  app: 'string',
  app_path: 'string',
  static: 'string',
  static_path: 'string',
  favicon: 'string',
  disable_ssl: 'boolean',
  ssl_crt: 'string',
  ssl_key: 'string',
  ssl_chain: 'string',
} as const satisfies Partial<Record<keyof RestCherryPyConfig, keyof Kinds>>;

const REST_TORNADO_KINDS = {
  address: 'string',
  debug: 'boolean',
  disable_ssl: 'boolean',
  ssl_crt: 'string',
  ssl_key: 'string',
  websockets: 'boolean',
  webhook_disable_auth: 'boolean',
} as const satisfies Partial<Record<keyof RestTornadoConfig, keyof Kinds>>;

function restCherryPy(value: PyValue): RestCherryPyConfig {
  return netapiSection(value, 'rest_cherrypy', REST_CHERRYPY_KINDS);
}

function restTornado(value: PyValue): RestTornadoConfig {
  const config = netapiSection(value, 'rest_tornado', REST_TORNADO_KINDS);
  expectNumProcesses(value);
  const corsOrigin = isDict(value) ? value.get('cors_origin') : undefined;
  return isTruthy(corsOrigin) ? { ...config, cors_origin: corsOrigin ?? null } : config;
}

/** The options of an HTTP module, each of its kind; every module has a port. */
function netapiSection(
  value: PyValue,
  name: string,
  kinds: Readonly<Record<string, keyof Kinds>>,
): Record<string, PyValue> {
  if (value === null) return {};
  const section = expectKind(value, 'mapping', name);
  const config: Record<string, PyValue> = {};
  for (const [key, kind] of Object.entries(kinds)) {
    const option = section.get(key) ?? null;
    if (option !== null) config[key] = expectKind<keyof Kinds>(option, kind, `${name}: ${key}`);
  }
  const port = section.get('port') ?? null;
  if (port !== null) config['port'] = expectPort(port, `${name}: port`);
  return config;
}

function expectPort(value: PyValue, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65535)
    return value;
  throw new InputError(
    `The master option "${name}" must be a port from 0 to 65535, not ${described(value)}.`,
  );
}

function expectKind<K extends keyof Kinds>(value: PyValue, kind: K, name: string): Kinds[K] {
  const plain = value instanceof PyFloat ? value.value : value;
  if (KINDS[kind](plain)) return plain;
  throw new InputError(`The master option "${name}" must be a ${kind}, not ${described(value)}.`);
}
