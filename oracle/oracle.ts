import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { configure, type Ports } from './configure.ts';
import { Daemon } from './daemon.ts';
import { FLEET, type JsonObject } from './fixture.ts';
import { freePort } from './free-port.ts';
import { install } from './install.ts';
import { releaseOf } from './releases.ts';
import { runChunk } from './salt-client.ts';

/** How long jobs live: as configured, or so short that a run can watch them go. */
export const LIVES = {
  normal: {},
  short: { keep_jobs_seconds: 4, loop_interval: 2 },
} as const satisfies Readonly<Record<string, JsonObject>>;
export type Lives = keyof typeof LIVES;

/** How long real Salt may take until every minion has answered, in milliseconds. */
const START_PATIENCE = 120_000;

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
  /** Ends every process and removes every file of it. */
  stop(): Promise<void>;
}

/**
 * Starts a real Salt master, its minions and salt-api from PyPI, and waits until all answer.
 *
 * @throws Error with the daemon's last words, where one of them does not come up
 */
export async function startOracle({
  line,
  lives = 'normal',
  port,
  say = () => {},
}: OracleOptions): Promise<Oracle> {
  const release = releaseOf(line);
  const bin = await install(release, say);
  const directory = mkdtempSync(join(tmpdir(), 'sp-'));
  const daemons: Daemon[] = [];
  const abandon = (): void => {
    for (const daemon of daemons) daemon.kill();
    rmSync(directory, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    process.off('exit', abandon);
    await Promise.all(daemons.map((daemon) => daemon.stop()));
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const ports = {
      api: port ?? (await freePort()),
      publish: await freePort(),
      ret: await freePort(),
    };
    say(`starting Salt ${release.version}: salt-api on port ${ports.api}`);
    await startDaemons({ bin, directory, ports, lives: LIVES[lives], daemons });
    return { url: `http://127.0.0.1:${ports.api}`, version: release.version, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Start {
  readonly bin: string;
  readonly directory: string;
  readonly ports: Ports;
  readonly lives: JsonObject;
  readonly daemons: Daemon[];
}

async function startDaemons({ bin, directory, ports, lives, daemons }: Start): Promise<void> {
  const configuration = configure(directory, ports, lives);
  const logs = join(directory, 'logs');
  mkdirSync(logs);
  const start = (name: string, program: string, etc: string): Daemon => {
    const daemon = new Daemon(name, join(bin, program), ['-c', etc], join(logs, `${name}.log`));
    daemons.push(daemon);
    return daemon;
  };
  const master = start('salt-master', 'salt-master', configuration.master);
  const sockets = join(directory, 'm', 'run');
  await until(
    () => ['publish_pull.ipc', 'workers.ipc'].every((name) => existsSync(join(sockets, name))),
    master,
  );
  const api = start('salt-api', 'salt-api', configuration.master);
  const minions = Object.entries(configuration.minions).map(([id, etc]) => ({
    id,
    daemon: start(id, 'salt-minion', etc),
  }));
  const url = `http://127.0.0.1:${ports.api}`;
  await until(
    async () =>
      allAnswer(
        url,
        minions.map(({ id }) => id),
      ),
    api,
  );
  const down = minions.filter(({ id }) => FLEET.minions[id]?.up === false);
  await Promise.all(down.map(({ daemon }) => daemon.stop()));
}

/** Whether every minion answers a ping and the master has the grains of each in its cache. */
async function allAnswer(url: string, ids: readonly string[]): Promise<boolean> {
  try {
    const answers = await runChunk(url, {
      client: 'local',
      tgt: '*',
      fun: 'test.ping',
      timeout: 3,
      gather_job_timeout: 1,
    });
    const cached = await runChunk(url, { client: 'runner', fun: 'cache.grains', tgt: '*' });
    return ids.every(
      (id) =>
        (answers as JsonObject)[id] === true &&
        Object.keys((cached as JsonObject)[id] ?? {}).length > 0,
    );
  } catch {
    return false;
  }
}

async function until(isReady: () => boolean | Promise<boolean>, daemon: Daemon): Promise<void> {
  for (const start = Date.now(); !(await isReady()); await delay(100)) {
    if (!daemon.isRunning) throw new Error(`${daemon.name} ended by itself:\n${daemon.lastWords}`);
    if (Date.now() - start > START_PATIENCE)
      throw new Error(`${daemon.name} did not come up:\n${daemon.lastWords}`);
  }
}
