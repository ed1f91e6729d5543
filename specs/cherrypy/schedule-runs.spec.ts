import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { schedule } from './schedule-job.ts';
import { AT_ONCE, cachedJob, withScheduled } from './scheduled-runs.ts';

const source = { documented: 'Salt, job scheduling', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;
const START_TIME = /^\d{4}, \w{3} \d\d \d\d:\d\d:\d\d\.\d{6}$/;

requirement(
  'cherrypy.schedule-runs.interval',
  {
    level: 'must',
    text: 'A minion runs a job of its schedule again and again, as far apart as its seconds say, until it is deleted.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { seconds: 1 }, async ({ name, stream, runs }) => {
      await target.passes(4);
      expect(await stream.until(() => runs().length >= 3)).toBe(true);
      await schedule(target, 'delete', name);
      await target.passes(2);
      const count = runs().length;
      await target.passes(3);
      expect(runs()).toHaveLength(count);
    }),
);

requirement(
  'cherrypy.schedule-runs.return',
  {
    level: 'must',
    text: 'A job that a minion ran by itself fires salt/job/<jid>/ret/<id> like every return; its data names the job of the schedule, and the minion as target.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { ...AT_ONCE, function: 'test.true' }, async ({ name, firstRun }) => {
      const { tag, data } = await firstRun();
      const { jid } = data.data;
      expect(jid).toMatch(/^\d{20}$/);
      expect(tag).toBe(`salt/job/${String(jid)}/ret/${target.minion}`);
      expect(data.data).toMatchObject({
        cmd: '_return',
        id: target.minion,
        fun: 'test.true',
        fun_args: [],
        schedule: name,
        return: true,
        retcode: 0,
        success: true,
        arg: [],
        tgt_type: 'glob',
        tgt: target.minion,
      });
    }),
);

requirement(
  'cherrypy.schedule-runs.key-order',
  {
    level: 'should',
    text: 'The data of such a return has the keys of the run first, then its outcome, and what the master adds at the end.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withScheduled(target, AT_ONCE, async ({ firstRun }) => {
      const { data } = await firstRun();
      expect(Object.keys(data.data).join(' ')).toBe(
        'cmd id fun fun_args schedule jid pid return retcode success _stamp ts arg tgt_type tgt',
      );
    }),
);

requirement(
  'cherrypy.schedule-runs.unannounced',
  {
    level: 'should',
    text: 'No event announces a job that a minion runs by itself.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withScheduled(target, AT_ONCE, async ({ stream, firstRun }) => {
      const { tag, data } = await firstRun();
      const jid = String(data.data['jid']);
      const tags = stream.events().map((event) => event.tag);
      expect(tags.filter((other) => other.includes(jid))).toEqual([tag]);
    }),
);

requirement(
  'cherrypy.schedule-runs.job-cache',
  {
    level: 'must',
    text: 'A job that a minion ran by itself is in the job cache: root gave it, to the minion as a glob.',
    source,
    needs: [...needs, 'runner'],
  },
  ({ target }) =>
    withScheduled(
      target,
      { ...AT_ONCE, function: 'test.echo', job_args: ['by itself'] },
      async ({ firstRun }) => {
        const run = await firstRun();
        expect(await cachedJob(target, run)).toEqual({
          jid: run.data.data['jid'],
          Function: 'test.echo',
          Arguments: ['by itself'],
          Target: target.minion,
          'Target-type': 'glob',
          User: 'root',
          Minions: [target.minion],
          StartTime: expect.stringMatching(START_TIME) as unknown,
          Result: { [target.minion]: { return: 'by itself', retcode: 0, success: true } },
        });
      },
    ),
);

requirement(
  'cherrypy.schedule-runs.waits-first',
  {
    level: 'should',
    text: 'Up to 3007 a job with an interval waits for it before it runs for the first time.',
    source: { ...source, observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  ({ target }) =>
    withScheduled(target, { hours: 24 }, async ({ runs, status }) => {
      await target.passes(2);
      expect(runs()).toEqual([]);
      expect(keysOf(await status())).not.toContain('_last_run');
    }),
);

requirement(
  'cherrypy.schedule-runs.runs-first',
  {
    level: 'should',
    text: 'Since 3008 a job with an interval runs at once, and then each time that it is over, unless run_on_start is false.',
    source: { ...source, observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    await withScheduled(target, { hours: 24 }, async ({ firstRun }) => void (await firstRun()));
    const later = { hours: 24, run_on_start: false };
    await withScheduled(target, later, async ({ runs, status }) => {
      await target.passes(2);
      expect(runs()).toEqual([]);
      expect(keysOf(await status())).not.toContain('_last_run');
    });
  },
);

requirement(
  'cherrypy.schedule-runs.disabled',
  {
    level: 'must',
    text: 'A job that is disabled does not run, and its status says why.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { ...AT_ONCE, enabled: false }, async ({ runs, expectNoted }) => {
      await target.passes(2);
      expect(runs()).toEqual([]);
      await expectNoted({ _skip_reason: 'disabled', _skipped: true });
    }),
);

requirement(
  'cherrypy.schedule-runs.running',
  {
    level: 'should',
    text: 'A job that a minion runs by itself is among those that saltutil.running lists, and no more often than maxrunning says.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(
      target,
      { seconds: 1, run_on_start: true, function: 'test.sleep', job_args: [5] },
      async ({ name, expectNoted }) => {
        await target.passes(2);
        const running = await runOnMinion(target, 'saltutil.running');
        const own = (running as object[]).filter(
          (job) => 'schedule' in job && job.schedule === name,
        );
        expect(own.map((job) => Object.keys(job).join(' '))).toEqual([
          'id fun fun_args schedule jid pid',
        ]);
        await expectNoted({ maxrunning: 1, _skip_reason: 'maxrunning' });
      },
    ),
);
