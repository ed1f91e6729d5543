import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import {
  FLEET,
  MASTER_CONFIG,
  PRIVATE_KEYS,
  type FixtureMinion,
  type JsonObject,
} from '../fixture.ts';
import { writeStates } from './write-states.ts';

/** The ports of one oracle: salt-api's own, and two that the master talks to minions on. */
export interface Ports {
  readonly api: number;
  readonly publish: number;
  readonly ret: number;
}

/** The directories of the configuration that each daemon is started with. */
export interface Configuration {
  readonly master: string;
  /** By minion id. */
  readonly minions: Readonly<Record<string, string>>;
}

/** What the configuration of one oracle depends on. */
export interface Setting {
  /** Where everything goes; a short path, since the daemons' sockets lie in it. */
  readonly directory: string;
  readonly ports: Ports;
  /** Options for shorter lives of jobs, laid over the master configuration. */
  readonly lives: JsonObject;
}

/**
 * Writes the configuration, keys and pillar of a master, its minions and salt-api below one
 * directory; nothing else on the machine is touched.
 */
export function configure(setting: Setting): Configuration {
  const { directory, ports } = setting;
  writePillar(join(directory, 'pillar'));
  writeStates(join(directory, 'states'), FLEET);
  const master = writeMaster(setting);
  const accepted = Object.entries(FLEET.minions).filter(
    ([, { key = 'accepted' }]) => key === 'accepted',
  );
  const minions = accepted.map(
    ([id, minion]) => [id, writeMinion(directory, id, minion, ports)] as const,
  );
  return { master, minions: Object.fromEntries(minions) };
}

function writeMaster({ directory, ports, lives }: Setting): string {
  const root = join(directory, 'm');
  const etc = join(root, 'etc');
  writeMasterKeys(join(root, 'pki'));
  writeConfig(join(etc, 'master'), {
    ...MASTER_CONFIG,
    ...daemonPaths(root),
    ...lives,
    interface: '127.0.0.1',
    publish_port: ports.publish,
    ret_port: ports.ret,
    worker_threads: 3,
    key_logfile: join(root, 'key.log'),
    api_logfile: join(root, 'api.log'),
    api_pidfile: join(root, 'api.pid'),
    token_dir: join(root, 'tokens'),
    pillar_roots: { base: [join(directory, 'pillar')] },
    file_roots: { base: [join(directory, 'states')] },
    rest_cherrypy: { ...MASTER_CONFIG.rest_cherrypy, port: ports.api },
  });
  return etc;
}

const KEY_DIRECTORIES = {
  accepted: 'minions',
  pending: 'minions_pre',
  rejected: 'minions_rejected',
  denied: 'minions_denied',
} as const;

/** The key is named as every line names it at its first start; 3008 renames it by itself. */
function writeMasterKeys(pki: string): void {
  writeKey(join(pki, 'master.pem'), FLEET.master.pem, 0o400);
  writeKey(join(pki, 'master.pub'), FLEET.master.pub, 0o644);
  for (const [id, { key = 'accepted', pub }] of Object.entries(FLEET.minions)) {
    writeKey(join(pki, KEY_DIRECTORIES[key], id), pub, 0o644);
  }
}

/** What the names of grains begin with that requirements set. */
const OUR_GRAINS = 'saltproof';

/** Globs that match every name but those that begin with ours. */
const ALL_GRAINS_BUT_OURS = Array.from(OUR_GRAINS, (letter, place) => {
  const start = OUR_GRAINS.slice(0, place);
  return [...(start === '' ? [] : [start]), `${start}[!${letter}]*`];
}).flat();

/**
 * A minion reports its fixture's grains, so that it is the same on every machine, and those that
 * requirements set.
 */
function writeMinion(directory: string, id: string, minion: FixtureMinion, ports: Ports): string {
  const root = join(directory, id);
  const etc = join(root, 'etc');
  const pki = join(root, 'pki');
  writeKey(join(pki, 'minion.pem'), PRIVATE_KEYS[id] ?? '', 0o400);
  writeKey(join(pki, 'minion.pub'), minion.pub, 0o644);
  writeKey(join(pki, 'minion_master.pub'), FLEET.master.pub, 0o644);
  writeConfig(join(etc, 'minion'), {
    ...daemonPaths(root),
    id,
    master: '127.0.0.1',
    master_port: ports.ret,
    publish_port: ports.publish,
    grains: minion.grains ?? {},
    grains_blacklist: ALL_GRAINS_BUT_OURS,
    enable_fqdns_grains: false,
    enable_gpu_grains: false,
    mine_enabled: false,
    acceptance_wait_time: 2,
    random_reauth_delay: 1,
  });
  return etc;
}

function daemonPaths(root: string): JsonObject {
  return {
    user: userInfo().username,
    root_dir: root,
    pki_dir: join(root, 'pki'),
    cachedir: join(root, 'cache'),
    sock_dir: join(root, 'run'),
    pidfile: join(root, 'pid'),
    log_file: join(root, 'log'),
    extension_modules: join(root, 'ext'),
    log_level: 'warning',
  };
}

/** One pillar file for each minion that has pillar, and the top file that hands them out. */
function writePillar(directory: string): void {
  const withPillar = Object.entries(FLEET.minions).filter(([, { pillar }]) => pillar !== undefined);
  const top = Object.fromEntries(withPillar.map(([id]) => [id, [`of_${id}`]]));
  writeConfig(join(directory, 'top.sls'), { base: top });
  for (const [id, { pillar = {} }] of withPillar)
    writeConfig(join(directory, `of_${id}.sls`), pillar);
}

/** JSON is YAML, so Salt reads it everywhere. */
function writeConfig(path: string, content: JsonObject): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(content, null, 2));
}

function writeKey(path: string, pem: string, mode: number): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, pem, { mode });
}
