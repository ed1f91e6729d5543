import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { completed, minionAlone } from './commands.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { userWithPerms } from './user-with-perms.ts';

const NEEDS = ['writes', 'minion'] as const;

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.powershell] },
  confidence: 'documented',
  needs: NEEDS,
} as const;

/** A target group of the minion alone. */
async function ownTarget(target: RaasTarget) {
  const name = target.unique('target');
  const tgt = minionAlone(target);
  return { name, uuid: await target.save('tgt', 'save_target_group', { name, desc: '', tgt }) };
}

/** A job that has a minion say something. */
async function ownJob(target: RaasTarget, tgt_uuid: string) {
  const name = target.unique('job');
  const arg = { arg: ['said'], kwarg: {} };
  const fields = { name, desc: 'says it', cmd: 'local', fun: 'test.echo', arg, tgt_uuid };
  return { name, uuid: await target.save('job', 'save_job', fields) };
}

requirement(
  'raas.cmd.run-job',
  {
    ...DOCUMENTED,
    text: 'route_cmd runs a saved job by its uuid, on its target and with its arguments.',
  },
  async ({ target }) => {
    const { minion } = target.minion;
    const group = await ownTarget(target);
    const job = await ownJob(target, group.uuid);
    const jid = await target.reply('cmd', 'route_cmd', { job_uuid: job.uuid });
    await completed(target, jid);
    const { [minion]: returned } = await target.reply('ret', 'get_jid', { jid });
    expect(returned?.return).toBe('said');
    const { results } = await target.reply('cmd', 'get_cmds', { job_uuid: job.uuid });
    expect(results).toMatchObject([
      {
        jid,
        job_uuid: job.uuid,
        job_name: job.name,
        tgt_uuid: group.uuid,
        tgt_name: group.name,
        fun: 'test.echo',
      },
    ]);
    const by = { job_names: [job.name], tgt_names: [group.name] };
    expect((await target.reply('cmd', 'get_cmds', by)).count).toBe(1);
    const returns = { job_name: job.name, tgt_name: group.name, tgt_uuid: group.uuid };
    expect((await target.reply('ret', 'get_returns', returns)).results).toMatchObject([{ jid }]);
  },
);

requirement(
  'raas.cmd.run-job-elsewhere',
  { ...DOCUMENTED, text: 'route_cmd runs a saved job on another target group where it names one.' },
  async ({ target }) => {
    const { minion } = target.minion;
    const name = target.unique('nobody');
    const nobody = { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } };
    const nowhere = await target.save('tgt', 'save_target_group', { name, desc: '', tgt: nobody });
    const job = await ownJob(target, nowhere);
    const group = await ownTarget(target);
    const given = { job_uuid: job.uuid, tgt_uuid: group.uuid };
    const jid = await target.reply('cmd', 'route_cmd', given);
    await completed(target, jid);
    expect(Object.keys(await target.reply('ret', 'get_jid', { jid }))).toEqual([minion]);
  },
);

requirement(
  'raas.cmd.job-and-function',
  { ...DOCUMENTED, text: 'route_cmd refuses a job and a function at once.' },
  async ({ target }) => {
    const job = await ownJob(target, (await ownTarget(target)).uuid);
    const given = { job_uuid: job.uuid, cmd: 'local', fun: 'test.ping' };
    expectError(await target.rpc('cmd', 'route_cmd', given));
  },
);

for (const [name, perms, lacking] of [
  ['run', ['cmd-read', 'target-allminions-run'], 'cmd-run'],
  ['run-everybody', ['cmd-read', 'cmd-run'], 'target-allminions-run'],
] as const)
  requirement(
    `raas.cmd.${name}-refused`,
    {
      level: 'should',
      text: `A user without the permission ${lacking} cannot run a command on all minions.`,
      source: { documented: DOCUMENTS.permissions, inferred: 'the name of the permission' },
      confidence: 'inferred',
      needs: ['writes', 'superuser', 'minion'],
    },
    async ({ target }) => {
      const user = await userWithPerms(target, perms);
      const tgt = { '*': { tgt: '*', tgt_type: 'glob' } };
      expectError(await user.rpc('cmd', 'route_cmd', { cmd: 'local', fun: 'test.ping', tgt }));
    },
  );

requirement(
  'raas.schedule.save-refused',
  {
    level: 'should',
    text: 'A user without the permission schedule-write cannot save a schedule, and one who may read finds those there are.',
    source: { documented: DOCUMENTS.permissions, inferred: 'the name of the permission' },
    confidence: 'inferred',
    needs: ['writes', 'superuser', 'minion'],
  },
  async ({ target }) => {
    const user = await userWithPerms(target, ['schedule-read', 'cmd-run', 'target-read']);
    const tgt = { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } };
    const schedule = { after: '2099-01-01T00:00:00', hours: 24 };
    const given = { name: target.unique('schedule'), schedule, fun: 'test.ping', tgt };
    expectError(await user.rpc('schedule', 'save', given));
    const uuid = await target.save('schedule', 'save', given);
    expect(await user.ret('schedule', 'get', { uuid })).toMatchObject({ count: 1 });
  },
);
