import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { configure, type Configuration } from '../../oracle/salt/configure.ts';
import { FLEET, MASTER_CONFIG, type JsonObject } from '../../oracle/fixture.ts';
import { LIVES } from '../../oracle/salt/lives.ts';
import { makeRunDirectory, removeRunDirectory } from '../../oracle/salt/run-directory.ts';

const ports = { api: 18_000, publish: 18_011, ret: 18_012 };

const test = base.extend<{ directory: string; written: Configuration }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  directory: async ({}, use) => {
    const directory = makeRunDirectory();
    await use(directory);
    removeRunDirectory(directory);
  },
  written: async ({ directory }, use) => {
    await use(configure({ directory, ports, lives: LIVES.normal }));
  },
});

function json(...path: string[]): JsonObject {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as JsonObject;
}

function publicKeyOf(path: string): string {
  const key = createPublicKey(createPrivateKey(readFileSync(path)));
  return key.export({ type: 'spki', format: 'pem' }).toString().trim();
}

test('the master has the configuration of the fixture, and every path of it below the directory', ({
  directory,
  written,
}) => {
  const config = json(written.master, 'master');
  const { user: _user, rest_cherrypy, ...fixture } = MASTER_CONFIG;
  expect(config).toMatchObject(fixture);
  expect(config['rest_cherrypy']).toEqual({ ...rest_cherrypy, port: ports.api });
  const paths = Object.values(config).filter(
    (value) => typeof value === 'string' && value.startsWith('/'),
  );
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths) expect(path).toMatch(new RegExp(`^${directory}/`));
});

test('short lives change nothing but how long jobs and tokens live', ({ directory, written }) => {
  const normal = json(written.master, 'master');
  configure({ directory: `${directory}/short`, ports, lives: LIVES.short });
  const short = json(directory, 'short', 'm', 'etc', 'master');
  const changed = Object.keys(normal).filter(
    (key) =>
      JSON.stringify(normal[key]).replaceAll(directory, '') !==
      JSON.stringify(short[key]).replaceAll(`${directory}/short`, ''),
  );
  expect(changed.toSorted()).toEqual(['keep_jobs_seconds', 'loop_interval', 'token_expire']);
});

test('minions with accepted keys are configured, also the one that is going to be down', ({
  written,
}) => {
  expect(Object.keys(written.minions).toSorted()).toEqual(['db1', 'old1', 'web1', 'web2']);
});

test('a minion talks to the master on its ports, and reports the grains of the fleet file, and those alone whose names begin as ours do', ({
  written,
}) => {
  for (const [id, etc] of Object.entries(written.minions)) {
    const config = json(etc, 'minion');
    expect(config).toMatchObject({
      id,
      master: '127.0.0.1',
      master_port: ports.ret,
      publish_port: ports.publish,
      grains_blacklist: expect.arrayContaining(['[!s]*', 's', 's[!a]*', 'saltproo[!f]*']),
    });
    const grains = FLEET.minions[id]?.grains;
    expect(JSON.stringify(config['grains'])).toBe(JSON.stringify(grains));
    expect(grains).toMatchObject({ id, host: id });
  }
});

test('the keys on disk are those of the fleet file, and private ones for their owner alone', ({
  directory,
  written,
}) => {
  const pki = join(directory, 'm', 'pki');
  expect(publicKeyOf(join(pki, 'master.pem'))).toBe(FLEET.master.pub);
  expect(statSync(join(pki, 'master.pem')).mode & 0o777).toBe(0o400);
  for (const [id, etc] of Object.entries(written.minions)) {
    const own = join(etc, '..', 'pki');
    expect(publicKeyOf(join(own, 'minion.pem'))).toBe(FLEET.minions[id]?.pub);
    expect(statSync(join(own, 'minion.pem')).mode & 0o777).toBe(0o400);
    expect(readFileSync(join(own, 'minion_master.pub'), 'utf8')).toBe(FLEET.master.pub);
  }
});

test('each public key lies where the master looks for keys of its state', ({
  directory,
  written,
}) => {
  expect(written.master).toBe(join(directory, 'm', 'etc'));
  const places = {
    web1: 'minions',
    new1: 'minions_pre',
    bad1: 'minions_rejected',
    odd1: 'minions_denied',
  };
  for (const [id, place] of Object.entries(places)) {
    const path = join(directory, 'm', 'pki', place, id);
    expect(readFileSync(path, 'utf8')).toBe(FLEET.minions[id]?.pub);
  }
});

test('the top file hands each minion its own pillar', ({ directory, written }) => {
  expect(json(written.master, 'master')['pillar_roots']).toEqual({
    base: [join(directory, 'pillar')],
  });
  expect(json(directory, 'pillar', 'top.sls')).toMatchObject({ base: { web1: ['of_web1'] } });
  expect(json(directory, 'pillar', 'of_web1.sls')).toEqual(FLEET.minions['web1']?.pillar);
});
