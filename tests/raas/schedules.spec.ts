import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { timesOf, type When } from '../../simulator/raas/schedules/times/timing.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * When schedules run: what their times are, and that they run at them as time passes.
 */

/** The first times of a schedule that is saved at an instant. */
function timesFrom(when: When, saved: string, count = 3): string[] {
  const start = Date.parse(`${saved}Z`) * 1000;
  const times = timesOf(when, start);
  const found: string[] = [];
  let time = times(start);
  while (time !== undefined && found.length < count) {
    found.push(new Date(time / 1000).toISOString().slice(0, 19));
    time = times(time);
  }
  return found;
}

const CASES: readonly (readonly [what: string, when: When, saved: string, times: string[]])[] = [
  [
    'an interval counts from when it was saved',
    { minutes: 90 },
    '2026-01-01T10:00:00',
    ['2026-01-01T11:30:00', '2026-01-01T13:00:00', '2026-01-01T14:30:00'],
  ],
  [
    'an interval counts from the time it is to come after, that among its times',
    { hours: 5, after: '2026-01-03T00:00:00' },
    '2026-01-01T10:00:00',
    ['2026-01-03T00:00:00', '2026-01-03T05:00:00', '2026-01-03T10:00:00'],
  ],
  [
    'what came after a time long ago goes on in its step',
    { days: 1, after: '2024-01-01T06:00:00', timezone: 'America/New_York' },
    '2026-07-01T00:00:00',
    ['2026-07-01T11:00:00', '2026-07-02T11:00:00', '2026-07-03T11:00:00'],
  ],
  [
    'a daily time is on the clocks of its zone, in summer and winter',
    { when: { daily: ['12:00'] }, timezone: 'Europe/Berlin' },
    '2026-10-23T12:00:00',
    ['2026-10-24T10:00:00', '2026-10-25T11:00:00', '2026-10-26T11:00:00'],
  ],
  [
    'a time that clocks leap over comes later',
    { cron: '30 2 29 3 *', timezone: 'Europe/Berlin' },
    '2026-03-01T00:00:00',
    ['2026-03-29T01:30:00', '2027-03-29T00:30:00', '2028-03-29T00:30:00'],
  ],
  [
    'an hour that comes twice is used once',
    { cron: '30 2 25 10 *', timezone: 'Europe/Berlin' },
    '2026-10-01T00:00:00',
    ['2026-10-25T01:30:00', '2027-10-25T00:30:00', '2028-10-25T00:30:00'],
  ],
  [
    'weekly times and daily ones come together',
    { when: { daily: ['08:00'], weekly: { sat: ['07:00', '09:30'] } } },
    '2026-01-02T09:00:00',
    ['2026-01-03T07:00:00', '2026-01-03T08:00:00', '2026-01-03T09:30:00'],
  ],
  [
    'one time comes once',
    { once: '2026-02-01T03:04:05' },
    '2026-01-01T00:00:00',
    ['2026-02-01T03:04:05'],
  ],
  [
    'one time that has been never comes',
    { once: '2025-02-01T00:00:00' },
    '2026-01-01T00:00:00',
    [],
  ],
  [
    'nothing comes after the end',
    { days: 1, until: '2026-01-02T12:00:00' },
    '2026-01-01T10:00:00',
    ['2026-01-02T10:00:00'],
  ],
  [
    'a range leaves out what is outside',
    { days: 1, range: { start: '2026-03-01T00:00:00', end: '2026-03-02T12:00:00' } },
    '2026-01-01T10:00:00',
    ['2026-03-01T10:00:00', '2026-03-02T10:00:00'],
  ],
  [
    'an inverted range leaves out what is inside',
    { days: 1, range: { start: '2026-01-03T00:00:00', end: '2026-02-01T00:00:00', invert: true } },
    '2026-01-01T10:00:00',
    ['2026-01-02T10:00:00', '2026-02-01T10:00:00', '2026-02-02T10:00:00'],
  ],
  [
    'single times can be left out',
    {
      cron: '0 6 * * *',
      skip_explicit: ['2026-01-03T06:00:00'],
      skip_times: ['2026-01-05T06:00:00'],
    },
    '2026-01-01T10:00:00',
    ['2026-01-02T06:00:00', '2026-01-04T06:00:00', '2026-01-06T06:00:00'],
  ],
  [
    'a schedule can run at once, too',
    { hours: 1, run_on_start: true },
    '2026-01-01T10:00:00',
    ['2026-01-01T10:00:00', '2026-01-01T11:00:00', '2026-01-01T12:00:00'],
  ],
];

for (const [what, when, saved, times] of CASES)
  test(what, () => {
    expect(timesFrom(when, saved)).toEqual(times);
  });

test.describe('as time passes', () => {
  let simulator: Simulator;
  let root: RpcClient;
  test.beforeEach(async () => {
    simulator = await startSimulator({ netapi: ['raas'], fleet: { minions: { web1: {} } } });
    root = await RpcClient.root(simulator.url);
  });
  test.afterEach(() => simulator.close());

  const WORK = { fun: 'test.ping', tgt: { '*': { tgt: 'web1', tgt_type: 'glob' } } };

  function save(schedule: object, more: object = {}): Promise<string> {
    return root.call('schedule.save', { name: 'often', schedule, ...WORK, ...more });
  }

  async function startsOf(method: 'cmd.get_cmds' | 'schedule.futures', given: object) {
    const { results } = await root.call<Rows<{ start_time: string; state: string }>>(method, {
      limit: 0,
      reverse: false,
      ...given,
    });
    return results.map(({ start_time }) => start_time.slice(0, 19));
  }

  test('schedules run at the times that were told of, as late as their splay says', async () => {
    const uuid = await save({ minutes: 10, splay: { start: 5, end: 60 } });
    const told = await startsOf('schedule.futures', { uuid, limit: 6 });
    await simulator.clock.advance({ minutes: 62 });
    expect(await startsOf('cmd.get_cmds', { sched_uuid: uuid })).toEqual(told);
    // It was saved at 03:04:05, so that its times are five seconds and some minutes past the hour.
    const delays = told.map((time) => (Date.parse(`${time}Z`) / 1000 - 245) % 600);
    for (const delay of delays) expect(delay).toBeLessThanOrEqual(60);
    expect(new Set(delays).size).toBeGreaterThan(1);
  });

  test('no more than so many commands of a schedule are under way', async () => {
    const sleep = { fun: 'test.sleep', arg: { arg: ['150'], kwarg: {} } };
    const limited = await save({ seconds: 60, maxrunning: 1 }, sleep);
    const free = await save({ seconds: 60 }, sleep);
    await simulator.clock.advance({ seconds: 200 });
    expect(await startsOf('cmd.get_cmds', { sched_uuid: limited })).toHaveLength(1);
    expect(await startsOf('cmd.get_cmds', { sched_uuid: free })).toHaveLength(3);
    const given = { uuid: free };
    expect(await root.call('schedule.get_inflight', given)).toMatchObject({ count: 3 });
  });

  test('a schedule that is not enabled, or was removed, does nothing', async () => {
    const off = await save({ seconds: 60 }, { enabled: false });
    const gone = await save({ seconds: 60 });
    await root.call('schedule.remove', { uuid: gone });
    await simulator.clock.advance({ minutes: 5 });
    for (const sched_uuid of [off, gone])
      expect(await startsOf('cmd.get_cmds', { sched_uuid })).toEqual([]);
    await root.call('schedule.update', { uuid: off, enabled: true });
    await simulator.clock.advance({ minutes: 2 });
    expect(await startsOf('cmd.get_cmds', { sched_uuid: off })).toHaveLength(2);
  });

  test('a schedule whose job has gone does nothing, and is expired once its last time has been', async () => {
    const job = { name: 'ping', desc: '', cmd: 'local', fun: 'test.ping' };
    const tgt_uuid = '7f93b928-388b-11e6-b133-346895ecb8f3';
    const job_uuid = await root.call('job.save_job', { ...job, tgt_uuid });
    const given = { fun: null, tgt: null, job_uuid };
    const uuid = await save({ minutes: 1, until: '2026-01-02T03:07:00' }, given);
    await simulator.clock.advance({ seconds: 70 });
    expect(await startsOf('cmd.get_cmds', { sched_uuid: uuid })).toHaveLength(1);
    const jobs = await root.call<Rows>('cmd.get_cmds', { job_uuid });
    expect(jobs).toMatchObject({ count: 1, results: [{ job_name: 'ping' }] });
    await simulator.clock.advance({ minutes: 5 });
    expect(await root.call('schedule.get', { uuid })).toMatchObject({ count: 0 });
    const past = { uuid, show_past: true };
    expect(await root.call('schedule.get', past)).toMatchObject({
      results: [{ next_fire_time: null, status: 'complete' }],
    });
  });

  test('a hundred schedules run through a year', async () => {
    const schedule = { cron: '0 3 1 * *', timezone: 'Europe/Berlin' };
    for (let at = 0; at < 100; at++) await save(schedule, { name: `monthly ${at}` });
    await simulator.clock.advance({ hours: 365 * 24 });
    const given = { include_adhoc_scheduled: 'scheduled', state: ['completed_all_successful'] };
    expect(await root.call('cmd.get_cmds', given)).toMatchObject({ count: 1200 });
  });
});

test('a schedule runs in real time', async () => {
  const simulator = await startSimulator({
    netapi: ['raas'],
    clock: 'wall',
    fleet: { minions: { web1: {} } },
  });
  try {
    const root = await RpcClient.root(simulator.url);
    const tgt = { '*': { tgt: 'web1', tgt_type: 'glob' } };
    const schedule = { once: new Date(Date.now() + 2000).toISOString() };
    await root.call('schedule.save', { name: 'soon', schedule, fun: 'test.ping', tgt });
    const done = { sched_names: ['soon'], state: ['completed_all_successful'] };
    await expect
      .poll(() => root.call('cmd.get_cmds', done), { timeout: 30_000 })
      .toMatchObject({ count: 1 });
  } finally {
    await simulator.close();
  }
});
