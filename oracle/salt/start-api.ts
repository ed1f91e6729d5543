import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { Daemon } from '../processes/daemon.ts';
import type { JsonObject } from '../fixture.ts';
import { freePort } from './free-port.ts';
import { netapiConfig, schemeOf, type NetapiSetting } from './netapi-settings.ts';
import { writeServedFiles } from './served-files.ts';
import { untilReady } from '../processes/until-ready.ts';

/** What a further salt-api is started from. */
export interface ApiStart {
  readonly setting: NetapiSetting;
  /** Where it is to listen. @default a free port */
  readonly port?: number | undefined;
  /** Where Salt's programs are. */
  readonly bin: string;
  /** The oracle's own. */
  readonly directory: string;
  /** The directory of the master's configuration. */
  readonly master: string;
  /** Takes the daemon as soon as it is started, so that it can be ended whatever happens. */
  readonly daemons: Daemon[];
}

/** A further salt-api in front of an oracle's master. */
export interface StartedApi {
  readonly url: string;
  /** Ends it; it ends with its oracle otherwise. */
  stop(): Promise<void>;
}

/**
 * Starts a salt-api of another setting beside that of the plain one, and waits until it listens. It
 * was asked nothing then, so that its statistics are of no request.
 *
 * @throws Error with its last words, where it does not come up
 */
export async function startApi(start: ApiStart): Promise<StartedApi> {
  const { setting, bin, directory, daemons } = start;
  const root = join(directory, 'api', setting);
  const etc = join(root, 'etc');
  const files = join(root, 'files');
  const port = await freePort(start.port);
  writeServedFiles(files);
  mkdirSync(etc, { recursive: true });
  const { rest_cherrypy: _plain, ...master } = JSON.parse(
    readFileSync(join(start.master, 'master'), 'utf8'),
  ) as JsonObject;
  const sections = Object.entries(netapiConfig(setting, files));
  const config = {
    ...master,
    api_logfile: join(root, 'log'),
    api_pidfile: join(root, 'pid'),
    ...Object.fromEntries(sections.map(([name, section]) => [name, { ...section, port }])),
  };
  const file = join(etc, 'master');
  writeFileSync(file, JSON.stringify(config, null, 2));
  const name = `salt-api-${setting}`;
  const log = join(directory, 'logs', `${name}.log`);
  const daemon = new Daemon(name, join(bin, 'salt-api'), ['-c', etc], log, {
    // rest_wsgi looks nowhere else for its options, or in /etc/salt.
    SALT_MASTER_CONFIG: file,
  });
  daemons.push(daemon);
  await untilReady([daemon], () => listens(port));
  return {
    url: `${schemeOf(setting)}://127.0.0.1:${port}`,
    stop: async () => {
      await daemon.stop();
      daemons.splice(daemons.indexOf(daemon), 1);
    },
  };
}

/** Whether somebody listens; the connection is over on both sides then, so that no thread is busy with it. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port }, () => socket.end());
    socket.once('error', () => resolve(false));
    socket.once('close', (hadError) => resolve(!hadError));
    socket.resume();
  });
}
