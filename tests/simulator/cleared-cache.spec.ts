import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

const FLEET = {
  users: { saltdev: { password: 'saltdev' } },
  minions: {
    web1: { grains: { role: 'web' }, pillar: { port: 80 } },
    web2: { grains: { role: 'web' }, pillar: { port: 81 } },
  },
};
const CONFIG = {
  external_auth: { pam: { saltdev: ['.*', '@runner'] } },
  netapi_enable_clients: ['local', 'runner'],
};

let simulator: Simulator;
test.afterEach(() => simulator.close());

function runner(fun: string, ...arg: readonly unknown[]): Promise<unknown> {
  return runAsSaltdev(simulator, { client: 'runner', fun: `cache.${fun}`, arg });
}

async function start(salt: string): Promise<void> {
  simulator = await startSimulator({ fleet: FLEET, config: CONFIG, salt });
}

test('cleared grains and pillar are gone until the minion has its pillar compiled', async () => {
  await start('3008');
  expect(await runner('clear_grains', 'web1')).toBe(true);
  expect(await runner('grains', '*')).toMatchObject({ web1: {}, web2: { role: 'web' } });
  expect(await runner('grains', 'web1')).toEqual({ web1: {} });
  expect(await runner('pillar', 'web1')).toEqual({ web1: { port: 80 } });
  expect(await runner('clear_all', 'web1')).toBe(true);
  expect(await runner('pillar', 'web1')).toEqual({ web1: {} });
  expect(await runner('list', 'grains')).toEqual(['web2']);
  await runAsSaltdev(simulator, { tgt: 'web1', fun: 'saltutil.refresh_pillar' });
  expect(await runner('grains', 'web1')).toMatchObject({ web1: { role: 'web' } });
  expect(await runner('pillar', 'web1')).toEqual({ web1: { port: 80 } });
});

test('targets go by what minions are, whatever the master has forgotten', async () => {
  await start('3008');
  await runner('clear_all', '*');
  const chunk = { tgt: 'role:web', tgt_type: 'grain', fun: 'test.ping' };
  expect(await runAsSaltdev(simulator, chunk)).toEqual({ web1: true, web2: true });
});

test('up to 3007 a minion has a bank, whose data goes with the key or with the bank', async () => {
  await start('3007');
  expect(await runner('fetch', 'minions/web1', 'data')).toMatchObject({ pillar: { port: 80 } });
  await runner('clear_pillar', 'web1');
  expect(await runner('fetch', 'minions/web1', 'data')).not.toHaveProperty('pillar');
  expect(await runner('flush', 'minions/web1', 'data')).toBe(true);
  expect(await runner('flush', 'minions/web1', 'data')).toBe(false);
  expect(await runner('list', 'minions/web1')).toEqual([]);
  expect(await runner('flush', 'minions')).toBe(true);
  expect(await runner('grains', 'web2')).toEqual({ web2: {} });
});

test('from 3008 on a minion is a key in the bank of each part', async () => {
  await start('3008');
  expect(await runner('flush', 'pillar', 'web1')).toBe(true);
  expect(await runner('flush', 'pillar', 'web1')).toBe(false);
  expect(await runner('fetch', 'pillar', 'web1')).toEqual({});
  expect(await runner('flush', 'grains')).toBe(true);
  expect(await runner('list', 'grains')).toEqual([]);
});
