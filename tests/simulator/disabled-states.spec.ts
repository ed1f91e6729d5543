import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

const FLEET = {
  users: { saltdev: { password: 'saltdev' } },
  minions: { web1: {} },
  states: { web: { site: { 'test.nop': [] } }, 'web.more': { more: { 'test.nop': [] } } },
  top: { '*': ['web'] },
};

let simulator: Simulator;
test.beforeEach(async () => {
  const config = { external_auth: { pam: { saltdev: ['.*'] } }, netapi_enable_clients: ['local'] };
  simulator = await startSimulator({ fleet: FLEET, config });
});
test.afterEach(() => simulator.close());

async function run(fun: string, ...arg: readonly unknown[]): Promise<unknown> {
  const returned = await runAsSaltdev(simulator, { tgt: 'web1', fun, arg });
  return (returned as { web1: unknown }).web1;
}

test('state.disable keeps a state file from being run, until it is enabled', async () => {
  expect(await run('state.list_disabled')).toBe('');
  expect(await run('state.disable', 'web,other')).toEqual({
    res: true,
    msg: 'Info: web state disabled.\nInfo: other state disabled.',
  });
  expect(await run('state.disable', 'web')).toMatchObject({
    msg: 'Info: web state already disabled.',
  });
  expect(await run('state.list_disabled')).toEqual(['web', 'other']);
  expect(await run('state.apply', 'web')).toEqual([
    'The state file "web" is currently disabled, to re-enable, run state.enable web.',
  ]);
  expect(await run('state.enable', 'web')).toMatchObject({ msg: 'Info: web state enabled.' });
  expect(Object.keys((await run('state.apply', 'web')) as object)).toHaveLength(1);
});

test('state.disable of all files of a directory', async () => {
  await run('state.disable', 'web.*');
  expect(await run('state.apply', 'web.more')).toEqual([
    'The state file "web.more" is currently disabled by "web.*", to re-enable, run state.enable web.*.',
  ]);
  expect(Object.keys((await run('state.apply', 'web')) as object)).toHaveLength(1);
});

test('state.disable of the highstate', async () => {
  await run('state.disable', 'highstate');
  expect(await run('state.apply')).toEqual({
    name: 'Salt highstate run is disabled. To re-enable, run state.enable highstate',
    result: 'False',
    comment: 'Disabled',
  });
});

test('state.clear_cache names what a highstate has left behind, once', async () => {
  await run('state.apply', 'web');
  expect(await run('state.clear_cache')).toEqual([]);
  await run('state.highstate');
  expect(await run('state.clear_cache')).toEqual(['highstate.cache.p']);
  expect(await run('state.clear_cache')).toEqual([]);
});

test('state.run_request runs what was asked for, no longer as a test, and forgets all requests', async () => {
  await run('state.request', 'web');
  await run('state.request', 'web.more', { __kwarg__: true, name: 'later' });
  const ran = await run('state.run_request');
  expect(Object.keys(ran as object)).toEqual(['test_|-site_|-site_|-nop']);
  expect(await run('state.check_request')).toEqual({});
});
