import { beforeExit } from '../processes/before-exit.ts';
import { configure } from './configure.ts';
import type { Daemon } from '../processes/daemon.ts';
import { freePort } from './free-port.ts';
import { install } from '../pypi/install.ts';
import { LIVES, type Lives } from './lives.ts';
import type { NetapiSetting } from './netapi-settings.ts';
import { releaseOf } from './releases.ts';
import { makeRunDirectory, removeRunDirectory } from './run-directory.ts';
import { startApi, type StartedApi } from './start-api.ts';
import { startDaemons } from './start-daemons.ts';
import { endStrayProcesses } from '../processes/stray-processes.ts';

/** What a real Salt is started with. */
export interface OracleOptions {
  /** `3006`, `3007` or `3008`. */
  readonly line: string;
  readonly lives?: Lives;
  /** Where salt-api is to listen. @default a free port */
  readonly port?: number;
  /** Hears what is going on, a line at a time. */
  readonly say?: (line: string) => void;
}

/** A real Salt master with minions and salt-api, on loopback. */
export interface Oracle {
  readonly url: string;
  /** The release: `3008.3`. */
  readonly version: string;
  /** Starts a further salt-api, of another setting, in front of the same master. */
  startApi(setting: NetapiSetting, port?: number): Promise<StartedApi>;
  /** Ends every process and removes every file of it. */
  stop(): Promise<void>;
}

/**
 * Starts a real Salt master, its minions and salt-api from PyPI, and waits until all answer. It
 * ends with this process at the latest, be that by a signal.
 *
 * @throws Error with the daemon's last words, where one of them does not come up, or where the
 *   port is taken, or the release cannot be installed; nothing is left running then
 */
export async function startOracle({
  line,
  lives = 'normal',
  port = 0,
  say = () => {},
}: OracleOptions): Promise<Oracle> {
  const release = releaseOf(line);
  const api = await freePort(port);
  const bin = await install(release, say);
  const ports = { api, publish: await freePort(), ret: await freePort() };
  const directory = makeRunDirectory();
  const daemons: Daemon[] = [];
  const abandon = (): void => {
    for (const daemon of daemons) daemon.kill();
    endStrayProcesses(directory);
    removeRunDirectory(directory);
  };
  const takeBack = beforeExit(abandon);
  const stop = async (): Promise<void> => {
    await Promise.all(daemons.map((daemon) => daemon.stop()));
    abandon();
    takeBack();
  };
  try {
    say(`starting Salt ${release.version}: salt-api on port ${api}`);
    const configuration = configure({ directory, ports, lives: LIVES[lives] });
    const url = `http://127.0.0.1:${api}`;
    await startDaemons({ bin, directory, configuration, url, daemons });
    return {
      url,
      version: release.version,
      startApi: (setting, ownPort) =>
        startApi({ setting, port: ownPort, bin, directory, master: configuration.master, daemons }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
