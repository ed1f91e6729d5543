import type { RequestHandler } from 'express';
import type { Parts } from './assemble.ts';
import { controlApi } from './control/control-api.ts';
import { journalKeeper } from './control/journal-keeper.ts';
import { InputError } from './input/input-error.ts';
import { namingFile } from './input/naming-file.ts';
import { raasTlsFiles, tlsFiles, tornadoTlsFiles } from './input/tls-files.ts';
import type { Listening, ListenOptions } from './listening.ts';
import { startCherryPy } from './netapi/cherrypy/server.ts';
import type { Netapi } from './netapis.ts';
import type { SimulatorOptions } from './simulator.ts';
import { saltproofVersion } from './version.ts';

/** The modules that listen. */
export interface Modules {
  /** Where the first one listens. */
  readonly url: string;
  readonly urls: Readonly<Partial<Record<Netapi, string>>>;
  close(): Promise<void>;
}

/**
 * Puts the modules that the options name in front of the parts.
 *
 * @throws InputError for files of TLS that cannot be used, and for a port that cannot be listened on
 */
export async function listen(
  parts: Parts,
  options: SimulatorOptions,
  before: RequestHandler[] = [],
): Promise<Modules> {
  const { netapi = ['cherrypy'] } = options;
  const { master, virtual: virtualClock, journal } = parts;
  const control = controlApi({ master, virtualClock, journal, version: saltproofVersion() });
  const listening: [Netapi, Listening][] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listening.map(([, module]) => module.close()));
  };
  try {
    for (const [at, name] of netapi.entries()) {
      const handlers = [...journalKeeper(journal, name), control, ...before];
      listening.push([name, await START[name](parts, options, at, handlers)]);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const [first] = listening;
  if (first === undefined) throw new InputError('The option "netapi" must name a module.');
  return {
    url: first[1].url,
    urls: Object.fromEntries(listening.map(([name, { url }]) => [name, url])),
    close,
  };
}

/** Starts a module; `at` is its place among those that are started. */
type Start = (
  parts: Parts,
  options: SimulatorOptions,
  at: number,
  before: readonly RequestHandler[],
) => Promise<Listening>;

const START: Readonly<Record<Netapi, Start>> = {
  cherrypy: ({ master, sessions }, options, at, before) => {
    const { rest_cherrypy } = master.config;
    const tls = namingFile(options.config, () => tlsFiles(rest_cherrypy));
    const address = addressOf(options, at, rest_cherrypy.port, tls);
    const ws4py = options.ws4py ?? true;
    return tellingAddress(address, forWhom(options, 'cherrypy'), () =>
      startCherryPy(master, { ...address, sessions, ws4py, before }),
    );
  },
  tornado: async ({ master }, options, at, before) => {
    const { startTornado } = await import('./netapi/tornado/server.ts');
    const { tornadoVersion } = options;
    const { rest_tornado } = master.config;
    const tls = namingFile(options.config, () => tornadoTlsFiles(rest_tornado));
    const address = addressOf(options, at, rest_tornado.port, tls);
    return tellingAddress(address, forWhom(options, 'tornado'), () =>
      startTornado(master, { ...address, before, tornadoVersion }),
    );
  },
  wsgi: async ({ master }, options, at, before) => {
    const { startWsgi } = await import('./netapi/wsgi/server.ts');
    const address = addressOf(options, at, master.config.rest_wsgi.port, undefined);
    return tellingAddress(address, forWhom(options, 'wsgi'), () =>
      startWsgi(master, { ...address, before }),
    );
  },
  // Loaded where it is wanted: its method tables would cost every simulator a tenth of its start.
  raas: async (parts, options, at, before) => {
    const [{ assembleRaas }, { startRaas }] = await Promise.all([
      import('./assemble-raas.ts'),
      import('./raas/server.ts'),
    ]);
    const raas = parts.raas ?? assembleRaas(parts, options);
    const tls = namingFile(options.raas, () => raasTlsFiles(raas.config));
    const address = addressOf(options, at, raas.config.port, tls);
    return tellingAddress(address, forWhom(options, 'raas'), () =>
      startRaas(raas, { ...address, before }),
    );
  },
};

/** Where a module listens: ports count up from the first; without one each has the port of its own configuration. */
function addressOf(
  { port, fallbackPort = 0, host = '127.0.0.1' }: SimulatorOptions,
  at: number,
  ownPort: number | undefined,
  tls: ListenOptions['tls'],
): ListenOptions {
  const counted = (first: number): number => (first === 0 ? 0 : within(first + at, first));
  return {
    host,
    port: port === undefined ? (ownPort ?? counted(fallbackPort)) : counted(port),
    tls,
  };
}

/** @throws InputError for a port beyond the last one, which counting up has come to */
function within(port: number, first: number): number {
  if (port <= LAST_PORT) return port;
  throw new InputError(
    `Ports count up from ${first}, and there is none after ${LAST_PORT}. Name a lower one, or 0 for free ones.`,
  );
}

const LAST_PORT = 65_535;

/** Which of several modules it is whose port nobody may have named. */
function forWhom({ netapi = [] }: SimulatorOptions, name: Netapi): string {
  return netapi.length > 1 ? ` for ${name}` : '';
}

async function tellingAddress(
  { host, port }: ListenOptions,
  whom: string,
  start: () => Promise<Listening>,
): Promise<Listening> {
  try {
    return await start();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(
      `Cannot listen on ${host}:${port}${whom}: ${LISTEN_ERRORS[code] ?? code}`,
      {
        cause: error,
      },
    );
  }
}

const LISTEN_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use. Name another, or 0 for a free one.',
  EACCES: 'this port needs more rights. Name one above 1023.',
  EADDRNOTAVAIL: 'this machine has no such address. Name one of its own.',
  ENOTFOUND: 'there is no such host. Name an address of this machine.',
  EAI_AGAIN: 'there is no such host. Name an address of this machine.',
};
