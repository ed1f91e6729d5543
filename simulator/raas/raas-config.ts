/** What a RaaS is configured with: the names of its own configuration file where they are known (raas §10). */
export interface RaasConfig {
  /** Whether every POST needs an XSRF token. @default true */
  readonly tornado_xsrf_cookies_enabled?: boolean;
  readonly port?: number;
  /** The certificate that RaaS answers with, a file's path; with a key it speaks TLS. */
  readonly tls_crt?: string;
  readonly tls_key?: string;
  readonly customer_id?: string;
  /** Whether names and values of grains can be asked for. @default true */
  readonly enable_grains_indexing?: boolean;
  /** Seconds that a session lasts from its log-in. Real RaaS: not known. @default an hour */
  readonly session_seconds?: number;
  /** Seconds that a JWT lasts. Real RaaS: about half an hour. @default half an hour */
  readonly jwt_seconds?: number;
  /** Seconds that an access token of the cloud lasts. @default 1799, as samples show it */
  readonly csp_token_seconds?: number;
}
