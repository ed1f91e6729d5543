import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from '../raas/rpc-client.ts';
import type { Rows } from '../raas/rows.ts';

/*
 * Jobs, targets, commands and what they return, in whatever order they are made, used and deleted:
 * RaaS has what a model of it has.
 */

const MINIONS = ['a1', 'a2', 'b1'];

/** Targets, and whom they name. */
const GLOBS: Readonly<Record<string, readonly string[]>> = {
  '*': MINIONS,
  'a*': ['a1', 'a2'],
  b1: ['b1'],
  nobody: [],
};

interface Model {
  /** How many things were saved, for names that nothing has. */
  saved: number;
  /** Globs by the uuids of target groups. */
  readonly targets: Map<string, string>;
  /** Uuids of target groups, and texts to say, by the uuids of jobs. */
  readonly jobs: Map<string, { readonly target: string; readonly text: string }>;
  /** What each command is to return from whom, by jid. */
  readonly commands: Map<
    string,
    { readonly minions: readonly string[]; readonly text: string; readonly job: string | null }
  >;
}

interface Real {
  readonly root: RpcClient;
}

type Command = fc.AsyncCommand<Model, Real>;

function command(what: string, run: Command['run'], check: Command['check'] = () => true): Command {
  return { check, run, toString: () => what };
}

/** One of those that there are by then. */
function nth<Key, Value>(map: ReadonlyMap<Key, Value>, at: number): [Key, Value] {
  return [...map][at % map.size] as [Key, Value];
}

function saveTarget(glob: string): Command {
  return command(`save target ${glob}`, async (model, { root }) => {
    const tgt = { '*': { tgt: glob, tgt_type: 'glob' } };
    const given = { name: `target ${model.saved++}`, desc: '', tgt };
    model.targets.set(await root.call('tgt.save_target_group', given), glob);
  });
}

function saveJob(at: number, text: string): Command {
  return command(
    `save job on target ${at}`,
    async (model, { root }) => {
      const [target] = nth(model.targets, at);
      const arg = { arg: [text], kwarg: {} };
      const name = `job ${model.saved++}`;
      const given = { name, desc: '', cmd: 'local', fun: 'test.echo', arg, tgt_uuid: target };
      model.jobs.set(await root.call('job.save_job', given), { target, text });
    },
    ({ targets }) => targets.size > 0,
  );
}

function routeJob(at: number): Command {
  return command(
    `route job ${at}`,
    async (model, { root }) => {
      const [job, { target, text }] = nth(model.jobs, at);
      const minions = GLOBS[model.targets.get(target) ?? ''] ?? [];
      const jid = await root.call<string>('cmd.route_cmd', { job_uuid: job });
      expect(jid).toMatch(/^\d{20}$/);
      expect(model.commands.has(jid)).toBe(false);
      model.commands.set(jid, { minions, text, job });
    },
    ({ jobs }) => jobs.size > 0,
  );
}

function routeFunction(glob: string, text: string): Command {
  return command(`route to ${glob}`, async (model, { root }) => {
    const tgt = { '*': { tgt: glob, tgt_type: 'glob' } };
    const given = { cmd: 'local', fun: 'test.echo', arg: { arg: [text] }, tgt };
    const jid = await root.call<string>('cmd.route_cmd', given);
    expect(model.commands.has(jid)).toBe(false);
    model.commands.set(jid, { minions: GLOBS[glob] ?? [], text, job: null });
  });
}

/** Commands keep what they were given, also when the job is gone by now. */
function lookAt(at: number): Command {
  return command(
    `look at command ${at}`,
    async (model, { root }) => {
      const [jid, { minions, text, job }] = nth(model.commands, at);
      await expect
        .poll(() => root.call('cmd.get_cmd_status', { jids: [jid] }), { intervals: [0] })
        .toEqual(['complete']);
      expect(await root.call('cmd.get_cmds', { jid })).toMatchObject({
        count: 1,
        results: [{ job_uuid: job, expected: minions.length, returned_good: minions.length }],
      });
      const returns = await root.call<Record<string, unknown>>('ret.get_jid', { jid });
      expect(Object.keys(returns).toSorted()).toEqual(minions);
      for (const returned of Object.values(returns))
        expect(returned).toMatchObject({ return: text });
    },
    ({ commands }) => commands.size > 0,
  );
}

function deleteTarget(at: number): Command {
  return command(
    `delete target ${at}`,
    async (model, { root }) => {
      const [tgt_uuid] = nth(model.targets, at);
      const isUsed = [...model.jobs.values()].some(({ target }) => target === tgt_uuid);
      const { error } = await root.ask('tgt.delete_target_group', { tgt_uuid });
      expect(error === null).toBe(!isUsed);
      if (!isUsed) model.targets.delete(tgt_uuid);
    },
    ({ targets }) => targets.size > 0,
  );
}

function deleteJob(at: number): Command {
  return command(
    `delete job ${at}`,
    async (model, { root }) => {
      const [job_uuid] = nth(model.jobs, at);
      await root.call('job.delete_job', { job_uuid });
      model.jobs.delete(job_uuid);
      const { error } = await root.ask('cmd.route_cmd', { job_uuid });
      expect(error).not.toBe(null);
    },
    ({ jobs }) => jobs.size > 0,
  );
}

function count(): Command {
  return command('count', async ({ commands, jobs }, { root }) => {
    expect((await root.call<Rows>('cmd.get_cmds', { limit: 1 })).count).toBe(commands.size);
    expect((await root.call<Rows>('job.get_jobs', { limit: 1 })).count).toBe(jobs.size);
  });
}

const SCRIPTS = fc.commands(
  [
    fc.constantFrom(...Object.keys(GLOBS)).map(saveTarget),
    fc.tuple(fc.nat(9), fc.string()).map(([at, text]) => saveJob(at, `said ${text}`)),
    fc.nat(9).map(routeJob),
    fc
      .tuple(fc.constantFrom(...Object.keys(GLOBS)), fc.string({ unit: 'grapheme' }))
      .map(([glob, text]) => routeFunction(glob, `said ${text}`)),
    fc.nat(9).map(lookAt),
    fc.nat(9).map(deleteTarget),
    fc.nat(9).map(deleteJob),
    fc.constant(count()),
  ],
  { maxCommands: 20, size: 'max' },
);

let simulator: Simulator | undefined;
test.afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
});

test('jobs, targets, commands and returns are as a model of them says', async () => {
  const property = fc.asyncProperty(SCRIPTS, async (script) => {
    await simulator?.close();
    const minions = Object.fromEntries(MINIONS.map((id) => [id, {}]));
    simulator = await startSimulator({ netapi: ['raas'], fleet: { minions } });
    const root = await RpcClient.root(simulator.url);
    const model: Model = { saved: 0, targets: new Map(), jobs: new Map(), commands: new Map() };
    await fc.asyncModelRun(() => ({ model, real: { root } }), script);
  });
  await fc.assert(property, { numRuns: 20, seed: 1 });
});
