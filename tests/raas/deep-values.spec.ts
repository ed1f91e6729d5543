import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

let simulator: Simulator;
let root: RpcClient;

test.beforeAll(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
  root = await RpcClient.root(simulator.url);
});
test.afterAll(() => simulator.close());

/** Lists in lists, so many of them. */
function nested(levels: number): unknown {
  let value: unknown = '[{"\\';
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

test('a value as deep as Python reads it comes back as it was saved', async () => {
  const pillar = { a: nested(800) };
  const pillar_type = 'json';
  const pillar_uuid = await root.call('pillar.save_pillar', { name: 'deep', pillar, pillar_type });
  const { results } = await root.call<{ results: { pillar: unknown }[] }>('pillar.get_pillars', {
    pillar_uuid,
  });
  expect(JSON.stringify(results[0]?.pillar)).toBe(JSON.stringify(pillar));
});

test('a value that is deeper is refused with 400, and nothing of it is kept', async () => {
  const kwarg = { name: 'deeper', pillar: { a: nested(2000) }, pillar_type: 'json' };
  const reply = await root.post({ resource: 'pillar', method: 'save_pillar', kwarg });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ errors: [{ title: 'Bad request' }] });
  expect(await root.call('pillar.get_pillars', { name: 'deeper' })).toMatchObject({ count: 0 });
});

test('how long a text is, and what brackets it holds, does not count', async () => {
  const message = '[{"\\'.repeat(5000);
  expect(await root.call('test.echo', { message })).toBe(message);
});
