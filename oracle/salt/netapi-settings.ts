import { join } from 'node:path';
import { MASTER_CONFIG, type JsonObject } from '../fixture.ts';

/** Certificate and key that a salt-api with TLS is given: made for this purpose, published, and worth nothing. */
const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');

/**
 * Other `rest_cherrypy` sections than the plain one, laid over it, by the directory of the files
 * that they serve.
 */
const OVERLAYS = {
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

/** How the netapi of an oracle is set, where that is not plainly. */
export type NetapiSetting = keyof typeof OVERLAYS;

/** All settings but the plain one. */
export const NETAPI_SETTINGS = Object.keys(OVERLAYS) as readonly NetapiSetting[];

/**
 * The `rest_cherrypy` section of a setting.
 *
 * @param files where writeServedFiles wrote
 */
export function cherryPySection(setting: NetapiSetting | undefined, files: string): JsonObject {
  const overlay = setting === undefined ? {} : OVERLAYS[setting](files);
  return { ...MASTER_CONFIG.rest_cherrypy, ...overlay };
}

/** The scheme of the URLs of a salt-api with such a section. */
export function schemeOf({ disable_ssl }: JsonObject): 'http' | 'https' {
  return disable_ssl === true ? 'http' : 'https';
}
