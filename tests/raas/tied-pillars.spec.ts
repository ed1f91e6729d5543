import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

/*
 * A pillar that is tied to a target group shows in the pillar of its minions at their master, as
 * salt-api tells it.
 */

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['cherrypy', 'raas'] });
  root = await RpcClient.root(simulator.urls.raas ?? '');
});
test.afterEach(() => simulator.close());

/** What salt-api returns of a chunk. */
async function run(chunk: object): Promise<Record<string, unknown>> {
  const login = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
  const answered = await fetch(`${simulator.urls.cherrypy}/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([{ ...chunk, ...login }]),
  });
  return ((await answered.json()) as { return: Record<string, unknown>[] }).return[0] ?? {};
}

function pillarOf(minion: string): Promise<unknown> {
  return run({ client: 'runner', fun: 'pillar.show_pillar', kwarg: { minion } });
}

/** Ties a pillar to the minions that a glob matches, and gives the uuids of both. */
async function tie(glob: string, pillar: object, name = 'tied'): Promise<[string, string]> {
  const given = { name, pillar, pillar_type: 'json' };
  const pillar_uuid = await root.call<string>('pillar.save_pillar', given);
  const tgt_uuid = await root.call<string>('tgt.save_target_group', {
    name,
    tgt: { '*': { tgt: glob, tgt_type: 'glob' } },
    pillar_uuids: [pillar_uuid],
  });
  return [pillar_uuid, tgt_uuid];
}

test('it is laid over what the master has, level by level, for who is in the target alone', async () => {
  const before = await pillarOf('db1');
  expect(before).toMatchObject({ port: 5432, owner: { name: 'ops' } });
  await tie('db*', { port: 1, owner: { mail: 'ü@example.com' }, list: [{ a: null }] });
  expect(await pillarOf('db1')).toEqual({
    ...(before as object),
    port: 1,
    owner: { name: 'ops', mail: 'ü@example.com' },
    list: [{ a: null }],
  });
  expect(await pillarOf('web1')).toEqual({ port: 8080 });
});

test('functions of minions and targets see it', async () => {
  await tie('web1', { tier: 'front' });
  const ask = { client: 'local', fun: 'test.ping', tgt: 'tier:front', tgt_type: 'pillar' };
  expect(await run(ask)).toEqual({ web1: true });
  const raw = { client: 'local', fun: 'pillar.raw', tgt: 'web1', arg: ['tier'] };
  expect(await run(raw)).toEqual({ web1: 'front' });
});

test('the pillar of a later target group is laid over that of an earlier one', async () => {
  await tie('web*', { tier: 'front', role: 'web' }, 'first');
  await tie('web1', { tier: 'edge' }, 'second');
  expect(await pillarOf('web1')).toEqual({ port: 8080, tier: 'edge', role: 'web' });
  expect(await pillarOf('web2')).toEqual({ port: 8081, tier: 'front', role: 'web' });
});

test('what changes or goes is gone for the minions, too', async () => {
  const [pillar_uuid, tgt_uuid] = await tie('web1', { tier: 'front' });
  const changed = { pillar_uuid, name: 'tied', pillar: { other: 1 }, pillar_type: 'json' };
  await root.call('pillar.save_pillar', changed);
  expect(await pillarOf('web1')).toEqual({ port: 8080, other: 1 });
  const moved = { tgt_uuid, tgt: { '*': { tgt: 'web2', tgt_type: 'list' } } };
  await root.call('tgt.save_target_group', moved);
  expect(await pillarOf('web1')).toEqual({ port: 8080 });
  expect(await pillarOf('web2')).toEqual({ port: 8081, other: 1 });
  await root.call('tgt.delete_target_group', { tgt_uuid });
  expect(await pillarOf('web2')).toEqual({ port: 8081 });
});

test('a minion whose key is accepted later has it from then on', async () => {
  await tie('new*', { tier: 'front' });
  const match = { client: 'wheel', fun: 'key.accept', match: 'new1' };
  await run(match);
  expect(await pillarOf('new1')).toMatchObject({ tier: 'front' });
});

test('a minion that comes into a target has it once it has refreshed its pillar', async () => {
  const given = { name: 'tied', pillar: { tier: 'front' }, pillar_type: 'json' };
  const pillar_uuid = await root.call<string>('pillar.save_pillar', given);
  const tgt = { '*': { tgt: 'tier:front', tgt_type: 'grain' } };
  await root.call('tgt.save_target_group', { name: 'tied', tgt, pillar_uuids: [pillar_uuid] });
  await run({ client: 'local', tgt: 'web1', fun: 'grains.setval', arg: ['tier', 'front'] });
  await run({ client: 'local', tgt: 'web1', fun: 'saltutil.refresh_pillar' });
  await simulator.clock.advance({ seconds: 1 });
  expect(await pillarOf('web1')).toEqual({ port: 8080, tier: 'front' });
});
