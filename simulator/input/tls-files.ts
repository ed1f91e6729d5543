import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { RestCherryPyConfig } from '../master/config.ts';
import type { TlsFiles } from '../netapi/cherrypy/cheroot/cheroot-server.ts';
import { InputError } from './input-error.ts';
import { readFault } from './read-fault.ts';

type FileOption = 'ssl_crt' | 'ssl_key' | 'ssl_chain';

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
  const cert = readFile('ssl_crt', config.ssl_crt);
  const key = readFile('ssl_key', config.ssl_key);
  const ca = config.ssl_chain === undefined ? undefined : readFile('ssl_chain', config.ssl_chain);
  expectPem('ssl_crt', config.ssl_crt, () => createSecureContext({ cert }));
  expectPem('ssl_key', config.ssl_key, () => createSecureContext({ key }));
  if (ca !== undefined)
    expectPem('ssl_chain', config.ssl_chain ?? '', () => new X509Certificate(ca));
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new InputError(
      `rest_cherrypy: ssl_key: the key in ${config.ssl_key} is not that of the certificate in ${config.ssl_crt}, which ssl_crt names.`,
      { cause },
    );
  }
  return { cert, key, ...(ca !== undefined && { ca }) };
}

function readFile(option: FileOption, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new InputError(`rest_cherrypy: ${option}: ${path} cannot be read: ${readFault(cause)}`, {
      cause,
    });
  }
}

function expectPem(option: FileOption, path: string, use: () => unknown): void {
  try {
    use();
  } catch (cause) {
    const what = option === 'ssl_key' ? 'private key without a passphrase' : 'certificate';
    throw new InputError(
      `rest_cherrypy: ${option}: ${path} holds no ${what} in PEM: ${(cause as Error).message}.`,
      { cause },
    );
  }
}
