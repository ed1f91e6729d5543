import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import {
  ALL_MINIONS,
  FAR_AWAY,
  futuresOf,
  fieldsOf,
  NOBODY,
  saved,
  schedulesOf,
} from './own-schedules.ts';
import { expectPaging } from './paging.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

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
