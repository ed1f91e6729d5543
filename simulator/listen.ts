import type { RequestHandler } from 'express';
import type { Parts } from './assemble.ts';
import { controlApi } from './control/control-api.ts';
import { journalKeeper } from './control/journal-keeper.ts';
import { InputError } from './input/input-error.ts';
import { namingFile } from './input/naming-file.ts';
import { tlsFiles } from './input/tls-files.ts';
import { startCherryPy } from './netapi/cherrypy/server.ts';
import type { SimulatorOptions } from './simulator.ts';
import { saltproofVersion } from './version.ts';

/** Puts rest_cherrypy in front of the parts. */
export async function listen(
  { master, sessions, virtual, journal }: Parts,
  options: SimulatorOptions,
  before: RequestHandler[] = [],
) {
  const { rest_cherrypy } = master.config;
  const port = options.port ?? rest_cherrypy.port ?? options.fallbackPort ?? 0;
  const host = options.host ?? '127.0.0.1';
  const tls = namingFile(options.config, () => tlsFiles(rest_cherrypy));
  const control = controlApi({
    master,
    virtualClock: virtual,
    journal,
    version: saltproofVersion(),
  });
  try {
    return await startCherryPy(master, {
      host,
      port,
      tls,
      sessions,
      ws4py: options.ws4py ?? true,
      before: [...journalKeeper(journal), control, ...before],
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(`Cannot listen on ${host}:${port}: ${LISTEN_ERRORS[code] ?? code}`, {
      cause: error,
    });
  }
}

const LISTEN_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use. Name another, or 0 for a free one.',
  EACCES: 'this port needs more rights. Name one above 1023.',
  EADDRNOTAVAIL: 'this machine has no such address. Name one of its own.',
  ENOTFOUND: 'there is no such host. Name an address of this machine.',
  EAI_AGAIN: 'there is no such host. Name an address of this machine.',
};
