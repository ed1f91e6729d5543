import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * RaaS and salt-api stand in front of one master: a key that one of them moves has moved for both.
 */

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['cherrypy', 'raas'] });
  root = await RpcClient.root(simulator.urls.raas ?? '');
});
test.afterEach(() => simulator.close());

async function wheel(fun: string, kwarg: object = {}): Promise<Record<string, string[]>> {
  const login = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
  const answered = await fetch(`${simulator.urls.cherrypy}/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([{ client: 'wheel', fun, ...kwarg, ...login }]),
  });
  const answer = (await answered.json()) as {
    return: { data: { return: Record<string, string[]> } }[];
  };
  return answer.return[0]?.data.return ?? {};
}

async function stateOf(minion_id: string): Promise<unknown> {
  const { results } = await root.call<Rows>('minions.get_minion_key_state', { minion_id });
  return results[0]?.['key_state'];
}

async function set(state: string, minion: string, flags: object = {}): Promise<void> {
  const minions = [['saltproof_master', minion]];
  await root.call('minions.set_minion_key_state', { state, minions, ...flags });
}

test('what RaaS accepts, rejects and deletes, salt-api lists so', async () => {
  await set('accept', 'new1');
  expect((await wheel('key.list_all'))['minions']).toContain('new1');
  await set('reject', 'new1');
  expect((await wheel('key.list_all'))['minions']).toContain('new1');
  await set('reject', 'new1', { include_accepted: true });
  expect((await wheel('key.list_all'))['minions_rejected']).toContain('new1');
  await set('accept', 'new1');
  expect(await stateOf('new1')).toEqual(['rejected']);
  await set('accept', 'new1', { include_rejected: true });
  await set('accept', 'odd1', { include_denied: true });
  expect((await wheel('key.list_all'))['minions']).toEqual(
    expect.arrayContaining(['new1', 'odd1']),
  );
  await set('delete', 'new1');
  expect(Object.values(await wheel('key.list_all')).flat()).not.toContain('new1');
});

test('what salt-api accepts and deletes, RaaS lists so', async () => {
  await wheel('key.accept', { match: 'new1' });
  expect(await stateOf('new1')).toEqual(['accepted']);
  await wheel('key.delete', { match: 'new1' });
  expect(await stateOf('new1')).toBeUndefined();
});

test('a key that RaaS accepts is told on the event bus, and its minion starts', async () => {
  const login = await fetch(`${simulator.urls.cherrypy}/login`, {
    method: 'POST',
    body: new URLSearchParams({ username: 'saltdev', password: 'saltdev', eauth: 'pam' }),
    headers: { Accept: 'application/json' },
  });
  const { return: tokens } = (await login.json()) as { return: { token: string }[] };
  const abort = new AbortController();
  const stream = await fetch(`${simulator.urls.cherrypy}/events`, {
    headers: { 'X-Auth-Token': tokens[0]?.token ?? '' },
    signal: abort.signal,
  });
  await set('accept', 'new1');
  let heard = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream.body ?? []) {
    heard += decoder.decode(chunk as Uint8Array);
    if (heard.includes('salt/minion/new1/start')) break;
  }
  abort.abort();
  expect(heard).toContain('tag: salt/key\n');
  expect(heard).toContain('tag: salt/minion/new1/start\n');
});

test('keys that are pushed for a master that runs hold until its next heartbeat', async () => {
  const keys = { minions: ['ghost'], minions_pre: [], minions_rejected: [], minions_denied: [] };
  const master_id = 'saltproof_master';
  await root.call('minions.save_minion_key_state', { master_id, keys });
  expect(await stateOf('ghost')).toEqual(['accepted']);
  expect(await stateOf('new1')).toBeUndefined();
  await simulator.clock.advance({ minutes: 1 });
  expect(await stateOf('ghost')).toBeUndefined();
  expect(await stateOf('new1')).toEqual(['pending']);
});
