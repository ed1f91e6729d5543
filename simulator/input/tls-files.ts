import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { RestCherryPyConfig, RestTornadoConfig } from '../master/config.ts';
import type { TlsFiles } from '../listening.ts';
import type { RaasConfig } from '../raas/raas-config.ts';
import { InputError } from './input-error.ts';
import { readFault } from './read-fault.ts';

/** A file that a setting names. */
interface NamedFile {
  /** The setting, with its section: `rest_cherrypy: ssl_crt`. */
  readonly setting: string;
  readonly path: string;
}

/**
 * The files that `ssl_crt`, `ssl_key` and `ssl_chain` name; undefined where plain HTTP is spoken,
 * which a master without a `rest_cherrypy` section does too (decisions/tls.md).
 *
 * @throws InputError where a real salt-api would not listen: an option is missing, a file is not
 * there or broken, or the key is not the certificate's
 */
export function tlsFiles(config: RestCherryPyConfig): TlsFiles | undefined {
  const { disable_ssl: isPlain = Object.keys(config).length === 0 } = config;
  if (isPlain) return undefined;
  if (config.ssl_crt === undefined || config.ssl_key === undefined)
    throw new InputError(
      `rest_cherrypy: ${config.ssl_crt === undefined ? 'ssl_crt' : 'ssl_key'} is missing: without "disable_ssl: true" a salt-api speaks TLS, and does not start without ssl_crt and ssl_key. Add them, or disable_ssl: true.`,
    );
  return readFiles(
    { setting: 'rest_cherrypy: ssl_crt', path: config.ssl_crt },
    { setting: 'rest_cherrypy: ssl_key', path: config.ssl_key },
    config.ssl_chain === undefined
      ? undefined
      : { setting: 'rest_cherrypy: ssl_chain', path: config.ssl_chain },
  );
}

/**
 * The files that `ssl_crt` and `ssl_key` of `rest_tornado` name; undefined where plain HTTP is spoken,
 * which a master without a `rest_tornado` section does too. The key may stand beside the certificate.
 *
 * @throws InputError where a real salt-api would not listen
 */
export function tornadoTlsFiles(config: RestTornadoConfig): TlsFiles | undefined {
  const { disable_ssl: isPlain = Object.keys(config).length === 0, ssl_crt, ssl_key } = config;
  if (isPlain) return undefined;
  if (ssl_crt === undefined)
    throw new InputError(
      'rest_tornado: ssl_crt is missing: without "disable_ssl: true" rest_tornado speaks TLS, and does not listen without ssl_crt. Add it, or disable_ssl: true.',
    );
  return readFiles(
    { setting: 'rest_tornado: ssl_crt', path: ssl_crt },
    { setting: 'rest_tornado: ssl_key', path: ssl_key ?? ssl_crt },
  );
}

/**
 * The files that `tls_crt` and `tls_key` name; undefined where neither is given, and plain HTTP is spoken.
 *
 * @throws InputError where one is missing or cannot be used
 */
export function raasTlsFiles({ tls_crt, tls_key }: RaasConfig): TlsFiles | undefined {
  if (tls_crt === undefined && tls_key === undefined) return undefined;
  if (tls_crt === undefined || tls_key === undefined)
    throw new InputError(
      `raas: ${tls_crt === undefined ? 'tls_crt' : 'tls_key'} is missing: TLS needs a certificate and its key. Add it, or leave both out.`,
    );
  return readFiles(
    { setting: 'raas: tls_crt', path: tls_crt },
    { setting: 'raas: tls_key', path: tls_key },
  );
}

function readFiles(certFile: NamedFile, keyFile: NamedFile, chainFile?: NamedFile): TlsFiles {
  const cert = readFile(certFile);
  const key = readFile(keyFile);
  const ca = chainFile === undefined ? undefined : readFile(chainFile);
  expectPem(certFile, CERTIFICATE, () => createSecureContext({ cert }));
  expectPem(keyFile, 'private key without a passphrase', () => createSecureContext({ key }));
  if (chainFile !== undefined && ca !== undefined)
    expectPem(chainFile, CERTIFICATE, () => new X509Certificate(ca));
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    const named = certFile.setting.replace(/^.*: /, '');
    throw new InputError(
      `${keyFile.setting}: the key in ${keyFile.path} is not that of the certificate in ${certFile.path}, which ${named} names.`,
      { cause },
    );
  }
  return { cert, key, ...(ca !== undefined && { ca }) };
}

const CERTIFICATE = 'certificate';

function readFile({ setting, path }: NamedFile): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new InputError(`${setting}: ${path} cannot be read: ${readFault(cause)}`, { cause });
  }
}

function expectPem({ setting, path }: NamedFile, what: string, use: () => unknown): void {
  try {
    use();
  } catch (cause) {
    throw new InputError(
      `${setting}: ${path} holds no ${what} in PEM: ${(cause as Error).message}.`,
      { cause },
    );
  }
}
