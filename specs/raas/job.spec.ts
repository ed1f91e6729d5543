import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { requireAccess } from './own-access.ts';
import { requireList } from './own-list.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { ALL_MINIONS, jobsWith, NO_UUID, saveJob } from './stored.ts';
import { expectError } from './refusals.ts';

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

requireList({
  topic: 'job',
  things: 'jobs',
  method: 'job.get_jobs',
  save: saveJob,
  list: (target, given) => target.reply('job', 'get_jobs', given),
});

requireAccess({
  topic: 'job',
  thing: 'job',
  parameter: 'job_uuid',
  access: 'job_access',
  remove: 'delete_job',
  save: saveJob,
  told: async (target, job_uuid) => (await jobsWith(target, { job_uuid }))[0],
});

requirement(
  'raas.job.save-get',
  {
    ...DOCUMENTED,
    text: 'What save_job saves is found again by the uuid that it returns, with the name of its target.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const fields = {
      name: target.unique('job'),
      desc: 'Checks disks of grüne Straße 🧂',
      cmd: 'local',
      fun: 'disk.usage',
      arg: { arg: ['/tmp', 1], kwarg: {} },
      tgt_uuid: ALL_MINIONS,
    };
    const job_uuid = await saveJob(target, fields);
    const found = await jobsWith(target, { job_uuid });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ uuid: job_uuid, ...fields, tgt_name: 'All Minions' });
  },
);

requirement(
  'raas.job.update',
  {
    ...DOCUMENTED,
    text: 'A save with a job_uuid changes that job, and returns the same uuid.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const job_uuid = await saveJob(target);
    const changed = {
      name: target.unique('renamed'),
      desc: 'changed',
      cmd: 'local',
      fun: 'test.version',
      arg: { arg: ['b'], kwarg: {} },
    };
    const given = { job_uuid, tgt_uuid: ALL_MINIONS, ...changed };
    expect(await target.ret('job', 'save_job', given)).toBe(job_uuid);
    expect((await jobsWith(target, { job_uuid }))[0]).toMatchObject(changed);
  },
);

requirement(
  'raas.job.delete',
  { ...DOCUMENTED, text: 'A job that was deleted is not found.', needs: ['writes'] },
  async ({ target }) => {
    const job_uuid = await saveJob(target);
    expect(await jobsWith(target, { job_uuid })).toHaveLength(1);
    await target.ret('job', 'delete_job', { job_uuid });
    const { ret, error } = await target.rpc('job', 'get_jobs', { job_uuid });
    if (error === null) expect(ret).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.job.delete-unknown',
  {
    level: 'should',
    text: 'Deleting a job that there is not is an error.',
    source: { inferred: 'nothing is deleted where nothing is' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    expectError(await target.rpc('job', 'delete_job', { job_uuid: NO_UUID }));
  },
);

/** A time that no run lives to see. */
const FAR_AWAY = { after: '2099-01-01T00:00:00', hours: 24, timezone: 'UTC' };

requirement(
  'raas.job.delete-scheduled',
  {
    ...DOCUMENTED,
    text: 'A job that is scheduled is not deleted without force.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const job_uuid = await saveJob(target);
    const name = target.unique('schedule');
    const schedule = { name, schedule: FAR_AWAY, job_uuid, tgt_uuid: ALL_MINIONS };
    await target.save('schedule', 'save', schedule);
    expectError(await target.rpc('job', 'delete_job', { job_uuid }));
    expect(await jobsWith(target, { job_uuid })).toHaveLength(1);
  },
);

requirement(
  'raas.job.delete-scheduled-by-force',
  {
    ...DOCUMENTED,
    text: 'A job that is scheduled is deleted with force, and its schedules with it.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const job_uuid = await saveJob(target);
    const name = target.unique('schedule');
    const given = { name, schedule: FAR_AWAY, job_uuid, tgt_uuid: ALL_MINIONS };
    const uuid = String(await target.ret('schedule', 'save', given));
    await target.ret('job', 'delete_job', { job_uuid, force: true });
    const left = JSON.stringify(await target.ret('schedule', 'get', { names: [name] }));
    if (left.includes(uuid))
      target.undo({ resource: 'schedule', method: 'remove', given: { uuid } });
    expect(left).not.toContain(uuid);
  },
);

requirement(
  'raas.job.cmds',
  {
    level: 'must',
    text: 'There are jobs of the clients local, runner and wheel, and of cloud.',
    source: { client: [CLIENTS.mcp, CLIENTS.powershell] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    for (const cmd of ['local', 'runner', 'wheel', 'cloud']) {
      const job_uuid = await saveJob(target, { cmd, fun: 'test.arg', tgt_uuid: null });
      expect((await jobsWith(target, { job_uuid }))[0]).toMatchObject({ cmd, fun: 'test.arg' });
    }
  },
);

requirement(
  'raas.job.masters',
  {
    level: 'should',
    text: 'A job that runs on masters tells which.',
    source: { documented: DOCUMENTS.api, inferred: 'the sample of a job has its masters' },
    confidence: 'inferred',
    needs: ['writes', 'master'],
  },
  async ({ target }) => {
    const masters = target.masters.slice(0, 1);
    const runner = { cmd: 'runner', fun: 'test.arg', tgt_uuid: null, masters };
    const job_uuid = await saveJob(target, runner);
    expect((await jobsWith(target, { job_uuid }))[0]).toMatchObject({ masters });
  },
);

/** Jobs that cannot be saved, each with what is wrong. */
const WRONG_JOBS: readonly (readonly [name: string, text: string, fields: object, why: string])[] =
  [
    [
      'masters-of-local',
      'with masters that runs on minions',
      { masters: ['saltproof'] },
      'a client says that masters are not allowed where cmd is local',
    ],
    [
      'unknown-cmd',
      'of a client that there is not',
      { cmd: 'saltproof' },
      'the schema of the method lists them',
    ],
    [
      'unknown-target',
      'on a target group that there is not',
      { tgt_uuid: NO_UUID },
      'a target group that jobs refer to is not deleted either',
    ],
    [
      'unknown-input-type',
      'with an input of a type that there is not',
      { arg: { arg: [], kwarg: { a: { display_name: 'A', input_type: 'saltproof' } } } },
      'a client lists the types of inputs',
    ],
  ];

for (const [name, text, fields, why] of WRONG_JOBS)
  requirement(
    `raas.job.${name}`,
    {
      level: 'should',
      text: `A job ${text} is refused.`,
      source: { inferred: why },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const standard = { name: target.unique('job'), cmd: 'local', fun: 'test.ping' };
      const { ret, error } = await target.rpc('job', 'save_job', { ...standard, ...fields });
      const given = { job_uuid: ret, force: true };
      if (error === null) target.undo({ resource: 'job', method: 'delete_job', given });
      expect(error).not.toBe(null);
    },
  );

requirement(
  'raas.job.inputs',
  {
    level: 'must',
    text: 'A job keeps the inputs among its named arguments as they are.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const kwarg = {
      text: { display_name: 'A text', input_type: 'string', default: 'ü', required: true },
      count: { display_name: 'A number', input_type: 'number', default: 3, help: 'How many.' },
      really: { display_name: 'Or not', input_type: 'bool', default: false, hidden: true },
      which: { display_name: 'One of', input_type: 'select', select: ['a', 'b'], default: 'b' },
    };
    const job_uuid = await saveJob(target, { arg: { arg: [], kwarg } });
    expect((await jobsWith(target, { job_uuid }))[0]?.arg).toEqual({ arg: [], kwarg });
  },
);
