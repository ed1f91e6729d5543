import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

/*
 * What RaaS counts is what has happened: on its masters, and to itself.
 */

interface Metrics {
  readonly count: number;
  readonly results: readonly {
    readonly name: string;
    readonly series: readonly { readonly value: number; readonly name: string }[];
  }[];
}

const MASTER = 'saltproof_master';

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['cherrypy', 'raas'] });
  root = await RpcClient.root(simulator.urls.raas ?? '');
});
test.afterEach(() => simulator.close());

async function values(metric: string, kwarg: object = {}): Promise<number[]> {
  const { results } = await root.call<Metrics>('stats.get_system_metrics', {
    metrics: [metric],
    ...kwarg,
  });
  return results[0]?.series.map(({ value }) => value) ?? [];
}

async function last(metric: string): Promise<number | undefined> {
  return (await values(metric)).at(-1);
}

async function ping(tgt: string, fun = 'test.ping'): Promise<void> {
  const login = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
  await fetch(`${simulator.urls.cherrypy}/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([{ client: 'local', tgt, fun, ...login }]),
  });
}

test('jobs are counted by how they end, whoever gave them', async () => {
  await ping('web*');
  await ping('web1', 'test.exception');
  expect(await last('sse_jobs_complete_all_successful')).toBe(1);
  expect(await last('sse_jobs_complete_with_errors')).toBe(1);
  await ping('old1');
  expect(await last('sse_jobs_in_progress')).toBeGreaterThan(0);
  await simulator.clock.advance({ minutes: 10 });
  expect(await last('sse_jobs_in_progress')).toBe(0);
  expect(await last('sse_jobs_complete_missing_returns')).toBeGreaterThan(0);
});

test('events are counted by master, calls by RaaS', async () => {
  const before = (await last('salt_event_count')) ?? 0;
  await ping('web1');
  expect(await last('salt_event_count')).toBeGreaterThan(before);
  const calls = (await last('raas_rpc_request_count')) ?? 0;
  await root.call('test.echo', { message: 'counted' });
  expect(await last('raas_rpc_request_count')).toBe(calls + 2);
  expect(
    await root.call('stats.get_system_metric_sources', { metric: 'salt_event_count' }),
  ).toEqual([MASTER]);
});

test('minions are counted by whether they are there', async () => {
  expect(await last('sse_minions')).toBe(4);
  expect(await last('sse_minions_present')).toBe(3);
  expect(await last('sse_minions_lost')).toBe(1);
  await root.call('minions.set_minion_key_state', { state: 'delete', minions: [['*', 'old1']] });
  expect(await last('sse_minions_lost')).toBe(0);
});

test('values are given a minute apart, in the order that is asked for', async () => {
  await ping('web1');
  await simulator.clock.advance({ minutes: 5 });
  const all = await values('salt_event_count');
  expect(all.length).toBeGreaterThanOrEqual(6);
  expect(all).toEqual(all.toSorted((a, b) => a - b));
  expect(all[0]).toBe(0);
  expect(all.at(-1)).toBeGreaterThan(0);
  const recent = await values('salt_event_count', { daterange: { timedelta: 120 } });
  expect(recent).toHaveLength(3);
  const reversed = await values('salt_event_count', { reverse: true });
  expect(reversed.at(-1)).toBe(0);
});

test('what nobody counts has no sources', async () => {
  const metric = 'postgres_connections';
  expect(await root.call('stats.get_system_metric_sources', { metric })).toEqual([]);
});
