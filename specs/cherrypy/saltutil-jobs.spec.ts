import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.saltutil', observed: EVERY_LINE };
const needs = ['minion'] as const;

/** Seconds that a job takes which is to be caught while it runs. */
const LONG = 5;

/**
 * Starts a job that takes a while and runs these functions of saltutil meanwhile, given its jid and
 * more; gives the jid and what the functions return.
 *
 * All of it is one request, for on a clock that skips ahead a job is over between two. The jid must
 * be known before, so it is that of a ping of another minion.
 */
async function duringJob(
  target: Target,
  ...calls: readonly (readonly [fun: string, ...arg: unknown[]])[]
): Promise<{ jid: string; returned: unknown[] }> {
  const { minion: tgt } = target;
  const [, other] = target.fleet.up;
  const ping = await target.lowstate({ client: 'local_async', tgt: other, fun: 'test.ping' });
  const jid = String(field(ping.json(), 'return', 0, 'jid'));
  const run = (fun: string, ...arg: readonly unknown[]) => ({ client: 'local', tgt, fun, arg });
  const reply = await target.lowstate([
    { client: 'local_async', tgt, fun: 'test.sleep', arg: [LONG], jid },
    run('test.sleep', 1),
    ...calls.map(([fun, ...arg]) => run(fun, ...arg.map((one) => (one === JID ? jid : one)))),
  ]);
  const [, , ...all] = target.shape(reply, 'return-list').return;
  return { jid, returned: all.map((ids) => field(ids, tgt)) };
}

/** Stands for the jid of the job among the arguments. */
const JID = Symbol('jid');

requirement(
  'cherrypy.saltutil.no-such-job',
  {
    level: 'must',
    text: 'saltutil.find_job answers an empty object for a job that does not run; term_job, kill_job and signal_job an empty text.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const jid = target.unique('nonesuch');
    expect(await runOnMinion(target, 'saltutil.find_job', [jid])).toEqual({});
    expect(await runOnMinion(target, 'saltutil.term_job', [jid])).toBe('');
    expect(await runOnMinion(target, 'saltutil.kill_job', [jid])).toBe('');
    expect(await runOnMinion(target, 'saltutil.signal_job', [jid, 15])).toBe('');
  },
);

requirement(
  'cherrypy.saltutil.find-job',
  {
    level: 'must',
    text: 'saltutil.find_job answers pid, function, arguments, target, jid, returner, target type and user of a running job.',
    source,
    needs: ['two minions'],
  },
  async ({ target }) => {
    const { jid, returned } = await duringJob(target, ['saltutil.find_job', JID]);
    expect(returned).toEqual([
      expect.objectContaining({
        pid: expect.any(Number),
        fun: 'test.sleep',
        arg: [LONG],
        tgt: target.minion,
        jid,
        ret: '',
        tgt_type: 'glob',
        user: expect.any(String),
      }),
    ]);
  },
);

requirement(
  'cherrypy.saltutil.is-running',
  {
    level: 'should',
    text: 'saltutil.is_running answers the running jobs whose function a glob matches, itself left out; running answers all.',
    source,
    needs: ['two minions'],
  },
  async ({ target }) => {
    const { jid, returned } = await duringJob(
      target,
      ['saltutil.is_running', 'test.sl*'],
      ['saltutil.running'],
      ['saltutil.is_running', 'test.ping'],
      ['saltutil.is_running', 'saltutil.is_*'],
    );
    const [alike, all, others, itself] = returned;
    const found = expect.arrayContaining([expect.objectContaining({ jid })]) as unknown;
    expect(alike).toEqual(found);
    expect(all).toEqual(found);
    expect(others).not.toEqual(found);
    expect(itself).toEqual([]);
  },
);

for (const [fun, signal] of [
  ['term_job', 15],
  ['kill_job', 9],
] as const) {
  requirement(
    `cherrypy.saltutil.${fun.replace('_', '-')}`,
    {
      level: 'must',
      text: `saltutil.${fun} ends a running job by signal ${signal} and says so; the job is then not found and returns nothing.`,
      source: { ...source, client: ['SaltGUI'] },
      needs: ['runner', 'two minions'],
    },
    async ({ target }) => {
      const calls = [
        ['saltutil.find_job', JID],
        [`saltutil.${fun}`, JID],
        ['test.sleep', 1],
        ['saltutil.find_job', JID],
      ] as const;
      const { jid, returned } = await duringJob(target, ...calls);
      const [found, said, , left] = returned;
      const pid = String(field(found, 'pid'));
      expect(said).toBe(`Signal ${signal} sent to job ${jid} at pid ${pid}`);
      expect(left).toEqual({});
      await target.passes(LONG + 1);
      const ids = keysOf(await target.authed.runner('jobs.lookup_jid', { jid }));
      expect(ids).not.toContain(target.minion);
    },
  );
}

requirement(
  'cherrypy.saltutil.signal-job',
  {
    level: 'should',
    text: 'saltutil.signal_job sends a running job any signal; signal 0 changes nothing.',
    source,
    needs: ['two minions'],
  },
  async ({ target }) => {
    const calls = [
      ['saltutil.find_job', JID],
      ['saltutil.signal_job', JID, 0],
      ['saltutil.find_job', JID],
    ] as const;
    const { jid, returned } = await duringJob(target, ...calls);
    const [found, said, left] = returned;
    const pid = String(field(found, 'pid'));
    expect(said).toBe(`Signal 0 sent to job ${jid} at pid ${pid}`);
    expect(left).toEqual(found);
  },
);
