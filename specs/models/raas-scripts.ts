import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { completed } from '../raas/commands.ts';
import { jobsWith, NOBODY, saveJob, saveTarget, targetsWith } from '../raas/stored.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { isInUse, type ModelJob, type ModelTarget, type RaasModel } from './raas-model.ts';

type Command = fc.AsyncCommand<RaasModel, RaasTarget>;

type Act<Thing> = (thing: Thing, model: RaasModel, target: RaasTarget) => Promise<void>;

/** A command given with one of the things that there are by then, of those that it suits. */
function withOne<Thing>(
  what: string,
  things: (model: RaasModel) => readonly Thing[],
  act: Act<Thing>,
): fc.Arbitrary<Command> {
  return fc.nat(7).map((pick) => ({
    check: (model) => things(model).length > 0,
    run: async (model, target) => {
      const all = things(model);
      const thing = all[pick % all.length];
      if (thing !== undefined) await act(thing, model, target);
    },
    toString: () => `${what} ${pick}`,
  }));
}

const targets = (model: RaasModel): readonly ModelTarget[] => model.targets;
const jobs = (model: RaasModel): readonly ModelJob[] => model.jobs;

/** The jobs whose target has a minion: what becomes of a command to nobody is not known. */
const runnable = (model: RaasModel): readonly ModelJob[] =>
  model.jobs.filter((job) => job.target.hasMinion);

function targetOf(target: RaasTarget, hasMinion: boolean): object {
  const { master, minion } = target.minion;
  return hasMinion ? { [master]: { tgt: minion, tgt_type: 'list' } } : NOBODY;
}

function addTarget(hasMinion: boolean): Command {
  return {
    check: () => true,
    async run(model, target) {
      const name = target.unique('model-target');
      const uuid = await saveTarget(target, { name, tgt: targetOf(target, hasMinion) });
      model.targets.push({ uuid, name, hasMinion });
    },
    toString: () => `save a target of ${hasMinion ? 'a minion' : 'nobody'}`,
  };
}

const turnTarget: Act<ModelTarget> = async (group, _, target) => {
  group.hasMinion = !group.hasMinion;
  const given = { tgt_uuid: group.uuid, tgt: targetOf(target, group.hasMinion) };
  expect(await target.ret('tgt', 'save_target_group', given)).toBe(group.uuid);
};

const deleteTarget: Act<ModelTarget> = async (group, model, target) => {
  const given = { tgt_uuid: group.uuid };
  const { error } = await target.rpc('tgt', 'delete_target_group', given);
  if (isInUse(model, group)) {
    expect(error).not.toBe(null);
    return;
  }
  expect(error).toBe(null);
  model.targets = model.targets.filter((other) => other !== group);
};

/** @param says what the minions of the target are to say */
function addJob(says: string): fc.Arbitrary<Command> {
  return withOne(
    `save a job that says ${says} on target`,
    targets,
    async (group, model, target) => {
      const name = target.unique('model-job');
      const arg = { arg: [says], kwarg: {} };
      const fields = { name, fun: 'test.echo', arg, tgt_uuid: group.uuid };
      model.jobs.push({ uuid: await saveJob(target, fields), name, target: group, says });
    },
  );
}

const changeJob: Act<ModelJob> = async (job, _, target) => {
  job.says += '!';
  const { uuid, name, says } = job;
  const arg = { arg: [says], kwarg: {} };
  const fields = { name, cmd: 'local', fun: 'test.echo', arg, tgt_uuid: job.target.uuid };
  expect(await target.ret('job', 'save_job', { job_uuid: uuid, ...fields })).toBe(uuid);
};

const deleteJob: Act<ModelJob> = async (job, model, target) => {
  await target.ret('job', 'delete_job', { job_uuid: job.uuid });
  model.jobs = model.jobs.filter((other) => other !== job);
};

const runJob: Act<ModelJob> = async (job, model, target) => {
  const jid = await target.reply('cmd', 'route_cmd', { job_uuid: job.uuid });
  await completed(target, jid);
  model.commands.push({ jid, job: job.name, target: job.target.name, said: job.says });
};

/** Looks at all that there must be, and at nothing else: others work on the same server. */
const look: Command = {
  check: () => true,
  async run(model, target) {
    for (const { uuid, name, hasMinion } of model.targets) {
      const found = await targetsWith(target, { tgt_uuid: uuid });
      expect(found.map((group) => group.name)).toEqual([name]);
      const minions = await target.reply('tgt', 'get_target_group_minions', { tgt_uuid: uuid });
      expect(Object.values(minions).flat()).toEqual(hasMinion ? [target.minion.minion] : []);
    }
    for (const job of model.jobs) {
      const [found] = await jobsWith(target, { job_uuid: job.uuid });
      const tied = { tgt_uuid: job.target.uuid, tgt_name: job.target.name };
      expect(found).toMatchObject({ name: job.name, arg: { arg: [job.says] }, ...tied });
    }
    for (const { jid, job, target: group, said } of model.commands) {
      const commands = await target.reply('cmd', 'get_cmds', { jid });
      expect(commands.results).toMatchObject([{ jid, job_name: job, tgt_name: group }]);
      const returns = await target.reply('ret', 'get_returns', { jid });
      expect(returns.results).toMatchObject([
        { jid, minion_id: target.minion.minion, return: said, has_errors: false },
      ]);
    }
  },
  toString: () => 'look',
};

/**
 * Scripts that save, change, run and delete targets and jobs, and look at what there is.
 *
 * @param length commands at the most
 */
export function raasScripts(length: number): fc.Arbitrary<Iterable<Command>> {
  const commands = [
    fc.boolean().map(addTarget),
    fc.constantFrom('a', 'grün 🧂', '').chain(addJob),
    withOne('turn target', targets, turnTarget),
    withOne('delete target', targets, deleteTarget),
    withOne('change job', jobs, changeJob),
    withOne('delete job', jobs, deleteJob),
    withOne('run job', runnable, runJob),
    fc.constant(look),
  ];
  return fc.commands(commands, { maxCommands: length, size: 'max' });
}
