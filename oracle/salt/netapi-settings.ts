import { join } from 'node:path';
import type { SaltApi } from '../../specs/run-options.ts';
import { MASTER_CONFIG, type JsonObject } from '../fixture.ts';

/** Certificate and key that a salt-api with TLS is given: made for this purpose, published, and worth nothing. */
const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');

/** The section of each module as it is set plainly; `rest_cherrypy` is the master's own. */
const PLAIN: Readonly<Record<SaltApi, JsonObject>> = {
  cherrypy: MASTER_CONFIG.rest_cherrypy,
  tornado: { disable_ssl: true, address: '127.0.0.1', websockets: true },
  wsgi: {},
};

/** Sections of `rest_cherrypy` laid over the plain one, by the directory of the files that they serve. */
const CHERRYPY_OVERLAYS = {
  static: (files: string): JsonObject => ({
    static: join(files, 'static'),
    favicon: join(files, 'favicon.ico'),
    webhook_url: '/myhook',
    webhook_disable_auth: true,
  }),
  app: (files: string): JsonObject => ({
    app: join(files, 'app.html'),
    app_path: '/ui',
    static: join(files, 'static'),
    static_path: '/assets',
  }),
  stats: (): JsonObject => ({ collect_stats: true, stats_disable_auth: true }),
  prefix: (): JsonObject => ({ root_prefix: '/api' }),
  'no-sessions': (): JsonObject => ({ enable_sessions: false }),
  acl: (): JsonObject => ({
    api_acl: { users: { saltdev: ['127.0.0.1'], limited: ['10.0.0.1'], '*': ['10.0.0.2'] } },
  }),
  'acl-for-all': (): JsonObject => ({
    api_acl: { users: { limited: ['10.0.0.1', '*'], '*': ['127.0.0.1'] } },
  }),
  'acl-named-only': (): JsonObject => ({ api_acl: { users: { saltdev: ['*'] } } }),
  'acl-without-users': (): JsonObject => ({ api_acl: { users: {} } }),
  'other-ips': (): JsonObject => ({ authorized_ips: ['10.1.1.1'] }),
  'own-ip': (): JsonObject => ({ authorized_ips: ['10.1.1.1', '127.0.0.1'] }),
  tls: (): JsonObject => ({
    disable_ssl: false,
    ssl_crt: join(CERTIFICATES, 'loopback-cert.pem'),
    ssl_key: join(CERTIFICATES, 'loopback-key.pem'),
  }),
} as const;

/** The same of `rest_tornado`; the first is the plain one. */
const TORNADO_OVERLAYS = {
  tornado: (): JsonObject => ({}),
  'tornado-any-origin': (): JsonObject => ({ cors_origin: '*' }),
  'tornado-one-origin': (): JsonObject => ({ cors_origin: 'http://one.example' }),
  'tornado-origins': (): JsonObject => ({
    cors_origin: ['http://one.example', 'http://two.example:8080', '*'],
  }),
  'tornado-open-hooks': (): JsonObject => ({ webhook_disable_auth: true }),
  'tornado-no-websockets': (): JsonObject => ({ websockets: false }),
} as const;

/** `rest_wsgi` has nothing to set but its port. */
const WSGI_OVERLAYS = { wsgi: (): JsonObject => ({}) } as const;

const OVERLAYS = { ...CHERRYPY_OVERLAYS, ...TORNADO_OVERLAYS, ...WSGI_OVERLAYS } as const;

/** How the netapi of an oracle is set, where that is not rest_cherrypy plainly. */
export type NetapiSetting = keyof typeof OVERLAYS;

/** All settings but that. */
export const NETAPI_SETTINGS = Object.keys(OVERLAYS) as readonly NetapiSetting[];

/** The setting in which requirements of a module are tried. */
export const SETTING_OF_API: Readonly<Record<SaltApi, NetapiSetting | undefined>> = {
  cherrypy: undefined,
  tornado: 'tornado',
  wsgi: 'wsgi',
};

/** The module that a setting is of. */
export function apiOfSetting(setting: NetapiSetting | undefined): SaltApi {
  if (setting !== undefined && setting in TORNADO_OVERLAYS) return 'tornado';
  return setting !== undefined && setting in WSGI_OVERLAYS ? 'wsgi' : 'cherrypy';
}

/**
 * The options that load the module of a setting, and no other: a section of the master configuration
 * by its name.
 *
 * @param files where writeServedFiles wrote
 */
export function netapiConfig(
  setting: NetapiSetting | undefined,
  files: string,
): Readonly<Record<string, JsonObject>> {
  const api = apiOfSetting(setting);
  const overlay = setting === undefined ? {} : OVERLAYS[setting](files);
  return { [`rest_${api}`]: { ...PLAIN[api], ...overlay } };
}

/** The scheme of the URLs of a salt-api with this configuration. */
export function schemeOf(setting: NetapiSetting | undefined): 'http' | 'https' {
  return setting === 'tls' ? 'https' : 'http';
}
