import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { minionAlone } from './commands.ts';
import { futuresOf, saved, schedulesOf } from './own-schedules.ts';
import { expectPaging, list } from './paging.ts';
import { CLIENTS } from './sources.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.powershell, CLIENTS.mcp] },
  confidence: 'client',
  needs: ['writes', 'master'],
} as const;

const SHOULD = { ...CLIENT, level: 'should', source: { client: [CLIENTS.mcp] } } as const;

requirement(
  'raas.schedule.futures',
  {
    ...SHOULD,
    text: 'futures tells when a schedule runs: as far apart as its interval says, to be run, in order.',
  },
  async ({ target }) => {
    const name = target.unique('schedule');
    const uuid = await saved(target, { name, schedule: { hours: 6 } });
    const { results } = await futuresOf(target, uuid, { limit: 5 });
    expect(results).toHaveLength(5);
    const times = results.map(({ start_time }) => Date.parse(`${start_time}Z`));
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(gaps).toEqual([6, 6, 6, 6].map((hours) => hours * 3_600_000));
    for (const one of results) expect(one).toMatchObject({ state: 'scheduled', sched_name: name });
  },
);

requirement(
  'raas.schedule.horizon',
  {
    ...SHOULD,
    text: 'futures looks eight weeks ahead.',
  },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { days: 7 } });
    expect((await futuresOf(target, uuid)).count).toBe(8);
  },
);

for (const [name, text, schedule, time] of [
  ['daily', 'daily', { when: { daily: ['13:30'] } }, 'T13:30:00'],
  ['cron', 'by a cron expression', { cron: '15 4 * * *' }, 'T04:15:00'],
  [
    'zone',
    'daily, on the clocks of a time zone',
    { when: { daily: ['13:30'] }, timezone: 'Asia/Kolkata' },
    'T08:00:00',
  ],
  ['weekly', 'weekly', { when: { weekly: { mon: ['06:00'] } } }, 'T06:00:00'],
] as const)
  requirement(
    `raas.schedule.${name}`,
    { ...SHOULD, text: `A schedule can run ${text}.` },
    async ({ target }) => {
      const uuid = await saved(target, { schedule });
      const { results } = await futuresOf(target, uuid, { limit: 8 });
      expect(results.length).toBeGreaterThan(6);
      for (const { start_time } of results) expect(start_time).toContain(time);
      if (name !== 'weekly') return;
      const days = results.map(({ start_time }) => new Date(`${start_time}Z`).getUTCDay());
      expect(new Set(days)).toEqual(new Set([1]));
    },
  );

requirement(
  'raas.schedule.once',
  { ...SHOULD, text: 'A schedule can run once, at its time.' },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { once: '2099-05-06T07:08:09' } });
    // Eight weeks ahead is no look into another century, unless a range asks for one.
    const range = { daterange: ['2099-01-01T00:00:00', '2100-01-01T00:00:00'] };
    const { results } = await futuresOf(target, uuid, range);
    expect(results.map(({ start_time }) => start_time.slice(0, 19))).toEqual([
      '2099-05-06T07:08:09',
    ]);
    expect(await schedulesOf(target, uuid)).toHaveLength(1);
  },
);

requirement(
  'raas.schedule.disabled',
  { ...SHOULD, text: 'The times of a schedule that is not enabled are told as disabled.' },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { hours: 1 }, enabled: false });
    for (const { state } of (await futuresOf(target, uuid)).results) expect(state).toBe('disabled');
    const { count } = await futuresOf(target, uuid, { state: ['scheduled'] });
    expect(count).toBe(0);
    await target.ret('schedule', 'update', { uuid, enabled: true });
    expect((await futuresOf(target, uuid, { state: ['scheduled'] })).count).toBeGreaterThan(0);
  },
);

requirement(
  'raas.schedule.skip',
  {
    ...SHOULD,
    text: 'save_skip has a schedule leave out a time that futures told of, and do not after all.',
  },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { hours: 1 } });
    const told = (await futuresOf(target, uuid, { limit: 3 })).results.map((one) => one.uuid);
    const states = async () =>
      (await futuresOf(target, uuid, { limit: 3 })).results.map(({ state }) => state);
    await target.ret('schedule', 'save_skip', { uuids: [told[1]], skip: true });
    expect(await states()).toEqual(['scheduled', 'skipping', 'scheduled']);
    await target.ret('schedule', 'save_skip', { uuids: [told[1]], skip: false });
    expect(await states()).toEqual(['scheduled', 'scheduled', 'scheduled']);
  },
);

requirement(
  'raas.schedule.futures-pages',
  { ...SHOULD, text: 'The pages of schedule.futures have every time once.' },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { days: 7 } });
    const listing = { resource: 'schedule', method: 'futures', kwarg: { uuid } };
    await expectPaging(target.caller, listing);
    const forwards = await list(target.caller, listing, { limit: 0 });
    const backwards = await list(target.caller, listing, { limit: 0, reverse: true });
    expect(backwards.results).toEqual(forwards.results.toReversed());
  },
);

requirement(
  'raas.schedule.inflight',
  {
    ...SHOULD,
    text: 'get_inflight lists what schedules have under way: nothing of one that has not run.',
  },
  async ({ target }) => {
    const name = target.unique('schedule');
    await saved(target, { name });
    const found = await target.reply('schedule', 'get_inflight', { sched_names: [name] });
    expect(found).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.schedule.fires',
  {
    ...SHOULD,
    text: 'A schedule gives a command at its time, which get_cmds and search_history find by it.',
    needs: ['writes', 'minion', 'tellable clock'],
  },
  async ({ target }) => {
    const name = target.unique('schedule');
    const { minion } = target.minion;
    const tgt = minionAlone(target);
    const uuid = await saved(target, { name, schedule: { seconds: 60 }, tgt });
    const history = { uuid, query: name, name: true };
    expect((await target.reply('schedule', 'search_history', history)).count).toBe(0);
    await target.passes(130);
    const given = { sched_uuid: uuid, include_adhoc_scheduled: 'scheduled' };
    const { count, results } = await target.reply('cmd', 'get_cmds', given);
    expect(count).toBe(2);
    for (const row of results)
      expect(row).toMatchObject({ sched_uuid: uuid, sched_name: name, returned: 1 });
    expect((await target.reply('schedule', 'search_history', history)).count).toBe(2);
    const { results: returns } = await target.reply('ret', 'get_returns', { jid: results[0]?.jid });
    expect(returns).toMatchObject([{ minion_id: minion, return: true }]);
  },
);

requirement(
  'raas.schedule.skips',
  {
    ...SHOULD,
    text: 'A schedule does nothing at a time that it is to skip.',
    needs: ['writes', 'minion', 'tellable clock'],
  },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { seconds: 60 } });
    const [next] = (await futuresOf(target, uuid, { limit: 1 })).results;
    await target.ret('schedule', 'save_skip', { uuids: [next?.uuid], skip: true });
    await target.passes(130);
    const { results } = await target.reply('cmd', 'get_cmds', { sched_uuid: uuid, reverse: false });
    expect(results.map(({ state }) => state)).toEqual(['skipped', 'completed_all_successful']);
  },
);
