import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { list, expectPaging } from './paging.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';

type Fields = Readonly<Record<string, unknown>>;

const NO_UUID = '00000000-0000-4000-8000-000000000000';
const ALL_MINIONS = '7f93b928-388b-11e6-b133-346895ecb8f3';

/** A target that matches nobody, so that nothing runs. */
const NOBODY = { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } };

/** Times that no run lives to see. */
const FAR_AWAY = { after: '2099-01-01T00:00:00', hours: 24, timezone: 'UTC' };

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.powershell, CLIENTS.mcp] },
  confidence: 'client',
  needs: ['writes', 'master'],
} as const;

const SHOULD = { ...CLIENT, level: 'should', source: { client: [CLIENTS.mcp] } } as const;

const INFERRED = {
  ...CLIENT,
  level: 'should',
  confidence: 'inferred',
} as const;

/** What a schedule is saved with, unless told otherwise. */
function fieldsOf(target: RaasTarget, fields: Fields): Fields {
  const standard = { name: target.unique('schedule'), schedule: FAR_AWAY, enabled: true };
  const isWork = 'job_uuid' in fields || 'fun' in fields;
  const isPlace = 'tgt' in fields || 'tgt_uuid' in fields;
  return {
    ...standard,
    ...(!isWork && { cmd: 'local', fun: 'test.ping' }),
    ...(!isPlace && { tgt: NOBODY }),
    ...fields,
  };
}

/** Saves a schedule that is taken away at the end, and gives its uuid. */
function saved(target: RaasTarget, fields: Fields = {}): Promise<string> {
  return target.save('schedule', 'save', fieldsOf(target, fields));
}

/** The schedules of a uuid that fit filters. */
async function schedulesOf(target: RaasTarget, uuid: string, filters: Fields = {}) {
  return (await target.reply('schedule', 'get', { uuid, ...filters })).results;
}

/** The times to come of a schedule, the next first. */
async function futuresOf(target: RaasTarget, uuid: string, filters: Fields = {}) {
  return target.reply('schedule', 'futures', { uuid, ...filters });
}

requirement(
  'raas.schedule.save-get',
  {
    ...CLIENT,
    text: 'A schedule that was saved is found by its uuid, with its name and its times.',
  },
  async ({ target }) => {
    const name = target.unique('schedule');
    const uuid = await saved(target, { name });
    const [found, ...others] = await schedulesOf(target, uuid);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ uuid, name, schedule: FAR_AWAY });
  },
);

requirement(
  'raas.schedule.names',
  { ...CLIENT, text: 'Schedules are found by their names.' },
  async ({ target }) => {
    const name = target.unique('schedule');
    const uuid = await saved(target, { name });
    const { results } = await target.reply('schedule', 'get', { names: [name], limit: 200 });
    expect(results.map((found) => found.uuid)).toEqual([uuid]);
    const others = { names: [target.unique('nothing')] };
    expect((await target.reply('schedule', 'get', others)).results).toEqual([]);
  },
);

requirement(
  'raas.schedule.texts',
  {
    ...CLIENT,
    text: 'The hours of a schedule may be a text, as a PowerShell module sends them.',
    source: { client: [CLIENTS.powershell] },
  },
  async ({ target }) => {
    const uuid = await saved(target, { schedule: { ...FAR_AWAY, hours: '24' } });
    expect(await schedulesOf(target, uuid)).toHaveLength(1);
  },
);

requirement(
  'raas.schedule.upsert',
  { ...CLIENT, text: 'A save with a uuid changes that schedule, and returns the same uuid.' },
  async ({ target }) => {
    const uuid = await saved(target);
    const name = target.unique('renamed');
    const schedule = { ...FAR_AWAY, hours: 48 };
    const given = fieldsOf(target, { uuid, name, schedule });
    expect(await target.ret('schedule', 'save', given)).toBe(uuid);
    expect(await schedulesOf(target, uuid)).toMatchObject([{ uuid, name, schedule }]);
  },
);

requirement(
  'raas.schedule.update',
  { ...CLIENT, text: 'update changes what it is given, and leaves the rest as it was.' },
  async ({ target }) => {
    const uuid = await saved(target);
    const name = target.unique('renamed');
    expect(await target.ret('schedule', 'update', { uuid, name })).toBe(uuid);
    expect(await schedulesOf(target, uuid)).toMatchObject([{ uuid, name, schedule: FAR_AWAY }]);
    const schedule = { ...FAR_AWAY, hours: 12 };
    expect(await target.ret('schedule', 'update', { uuid, schedule })).toBe(uuid);
    expect(await schedulesOf(target, uuid)).toMatchObject([{ uuid, name, schedule }]);
  },
);

requirement(
  'raas.schedule.delete-fields',
  { ...SHOULD, text: 'update takes away what delete_fields names.' },
  async ({ target }) => {
    const arg = { arg: ['a'], kwarg: {} };
    const uuid = await saved(target, { cmd: 'local', fun: 'test.arg', arg });
    expect(JSON.stringify(await schedulesOf(target, uuid))).toContain('"a"');
    await target.ret('schedule', 'update', { uuid, delete_fields: ['arg'] });
    expect(JSON.stringify(await schedulesOf(target, uuid))).not.toContain('"a"');
  },
);

requirement(
  'raas.schedule.remove',
  { ...CLIENT, text: 'remove returns true, and the schedule is not found any longer.' },
  async ({ target }) => {
    const uuid = await saved(target);
    expect(await target.ret('schedule', 'remove', { uuid })).toBe(true);
    expect(await schedulesOf(target, uuid)).toEqual([]);
    expect((await futuresOf(target, uuid)).results).toEqual([]);
  },
);

requirement(
  'raas.schedule.unknown',
  {
    ...INFERRED,
    text: 'A schedule that there is not is neither updated nor saved over, and its removal is not true.',
    source: { inferred: 'there is nothing to be changed' },
  },
  async ({ target }) => {
    const uuid = NO_UUID;
    expectError(await target.rpc('schedule', 'update', { uuid, name: target.unique('nothing') }));
    expectError(await target.rpc('schedule', 'save', fieldsOf(target, { uuid })));
    const { ret, error } = await target.rpc('schedule', 'remove', { uuid });
    if (error === null) expect(ret).toBe(false);
  },
);

requirement(
  'raas.schedule.target-group',
  { ...CLIENT, text: 'A schedule of a target group and a function is found by both.' },
  async ({ target }) => {
    const uuid = await saved(target, { tgt_uuid: ALL_MINIONS, cmd: 'local', fun: 'test.version' });
    const [found] = await schedulesOf(target, uuid);
    expect(found).toMatchObject({ tgt_uuid: ALL_MINIONS, tgt_name: 'All Minions' });
    for (const [fits, differs] of [
      [{ fun: 'test.version' }, { fun: 'saltproof.nothing' }],
      [{ tgt_names: ['All Minions'] }, { tgt_names: ['saltproof nothing'] }],
      [{ cmd: 'local' }, { cmd: 'wheel' }],
      [{ enabled: true }, { enabled: false }],
    ]) {
      expect(await schedulesOf(target, uuid, fits)).toHaveLength(1);
      expect(await schedulesOf(target, uuid, differs)).toEqual([]);
    }
  },
);

for (const [name, text, fields] of [
  [
    'tgt-and-tgt-uuid',
    'tgt and tgt_uuid at once',
    { tgt: NOBODY, tgt_uuid: ALL_MINIONS, fun: 'test.ping' },
  ],
  ['job-and-function', 'job_uuid and fun at once', { job_uuid: NO_UUID, fun: 'test.ping' }],
  ['seconds', 'less than 60 seconds', { schedule: { seconds: 59 } }],
  ['timezone', 'a time zone that there is not', { schedule: { hours: 1, timezone: 'Salt/Proof' } }],
  ['unknown-time', 'a member that schedules have not', { schedule: { hours: 1, saltproof: 1 } }],
  ['cron', 'a cron expression that is none', { schedule: { cron: 'saltproof' } }],
] as const)
  requirement(
    `raas.schedule.${name}-refused`,
    { ...SHOULD, text: `schedule.save refuses ${text}.` },
    async ({ target }) => {
      expectError(await target.rpc('schedule', 'save', fieldsOf(target, fields)));
    },
  );

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
  'raas.schedule.pages',
  {
    ...CLIENT,
    text: 'The pages of schedule.get have every schedule once, and its count is that of all.',
  },
  async ({ target }) => {
    const names = ['a', 'b', 'c', 'd'].map((end) => target.unique(`schedule-${end}`));
    for (const name of names) await saved(target, { name });
    await expectPaging(target.caller, {
      resource: 'schedule',
      method: 'get',
      kwarg: { names, sort_by: 'sched_name' },
    });
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
    const { minion } = target.minion;
    const name = target.unique('schedule');
    const tgt = { '*': { tgt: minion, tgt_type: 'glob' } };
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
