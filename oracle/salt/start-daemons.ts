import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configure.ts';
import { Daemon } from '../processes/daemon.ts';
import { FLEET, type JsonObject } from '../fixture.ts';
import { runChunk } from './salt-client.ts';
import { untilReady } from '../processes/until-ready.ts';

/** The sockets that a master has once it can be talked to. */
const MASTER_SOCKETS = ['publish_pull.ipc', 'workers.ipc'] as const;

/** What the daemons of one oracle are started from. */
export interface Start {
  /** Where Salt's programs are. */
  readonly bin: string;
  readonly directory: string;
  readonly configuration: Configuration;
  /** Where salt-api is going to listen. */
  readonly url: string;
  /** Takes each daemon as soon as it is started, so that it can be ended whatever happens. */
  readonly daemons: Daemon[];
}

/**
 * Starts the master, then salt-api and the minions; waits until every minion has answered, and
 * ends those again that the fleet says are down. The master keeps their grains and pillar.
 *
 * @throws Error with the daemon's last words, where one of them does not come up
 */
export async function startDaemons(start: Start): Promise<void> {
  const { directory, configuration, url, daemons } = start;
  const logs = join(directory, 'logs');
  mkdirSync(logs);
  const launch = (name: string, program: string, etc: string): Daemon => {
    const log = join(logs, `${name}.log`);
    const daemon = new Daemon(name, join(start.bin, program), ['-c', etc], log);
    daemons.push(daemon);
    return daemon;
  };
  launch('salt-master', 'salt-master', configuration.master);
  const sockets = MASTER_SOCKETS.map((name) => join(directory, 'm', 'run', name));
  await untilReady(daemons, () => sockets.every((path) => existsSync(path)));
  launch('salt-api', 'salt-api', configuration.master);
  const minions = new Map(
    Object.entries(configuration.minions).map(([id, etc]) => [id, launch(id, 'salt-minion', etc)]),
  );
  await untilReady(daemons, () => allAnswer(url, [...minions.keys()]));
  const down = [...minions].filter(([id]) => FLEET.minions[id]?.up === false);
  await Promise.all(down.map(([, daemon]) => daemon.stop()));
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
