import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { expectListed } from './expect-listed.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { withJob } from './schedule-job.ts';
import { AT_ONCE, withScheduled } from './scheduled-runs.ts';

const source = { documented: 'salt.modules.schedule', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
/** What refuses a time answers. */
function refused(comment: string): object {
  return { comment, result: false };
}

const later = { hours: 24, run_on_start: false };

requirement(
  'cherrypy.schedule-times.run-job',
  {
    level: 'must',
    text: 'schedule.run_job has a job run at once, beside its own times.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  ({ target }) =>
    withScheduled(target, later, async ({ name, runs, firstRun }) => {
      expect(runs()).toEqual([]);
      expect(await runOnMinion(target, 'schedule.run_job', [name])).toMatchObject({ result: true });
      await target.passes(1);
      expect((await firstRun()).data.data).toMatchObject({ fun: 'test.ping', return: true });
    }),
);

requirement(
  'cherrypy.schedule-times.run-disabled',
  {
    level: 'should',
    text: 'schedule.run_job leaves a disabled job alone and says so, unless it is to use force.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { ...later, enabled: false }, async ({ name, runs, firstRun }) => {
      expect(await runOnMinion(target, 'schedule.run_job', [name])).toEqual({
        comment: `Job ${name} is disabled.`,
        result: true,
      });
      await target.passes(2);
      expect(runs()).toEqual([]);
      const forced = [name, { __kwarg__: true, force: true }];
      expect(await runOnMinion(target, 'schedule.run_job', forced)).toEqual({
        comment: `Scheduling Job ${name} on minion.`,
        result: true,
      });
      await target.passes(1);
      await firstRun();
    }),
);

requirement(
  'cherrypy.schedule-times.next-fire-time',
  {
    level: 'should',
    text: 'schedule.show_next_fire_time answers when a job is due next, None for one that there is not.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(target, later, async ({ name }) => {
      const due = () => runOnMinion(target, 'schedule.show_next_fire_time', [name]);
      await expectListed(due, {
        result: true,
        next_fire_time: expect.stringMatching(TIME) as unknown,
      });
      const other = target.unique('nonesuch');
      expect(await runOnMinion(target, 'schedule.show_next_fire_time', [other])).toEqual({
        result: true,
        next_fire_time: null,
      });
    }),
);

for (const [line, notes, range] of [
  ['3007', ['_next_scheduled_fire_time'], { until: '3007' }],
  ['3008', [], { since: '3008' }],
] as const)
  requirement(
    `cherrypy.schedule-times.status-${line}`,
    {
      level: 'may',
      text: `schedule.job_status answers a job with what the minion notes of it; ${line === '3007' ? 'up to 3007 that is its next regular time, too' : 'since 3008 its next regular time is not among that'}.`,
      source: { ...source, observed: EVERY_LINE.filter((seen) => seen > '3008' === seen > line) },
      ...range,
      needs,
    },
    ({ target }) =>
      withScheduled(target, AT_ONCE, async ({ name, firstRun, status }) => {
        await firstRun();
        const noted = await status();
        const times = ['_next_fire_time', '_last_run', ...notes];
        expect(noted).toMatchObject({
          function: 'test.ping',
          hours: 24,
          name,
          run_on_start: true,
          _seconds: 86_400,
          _splay: null,
          _run_on_start: false,
          splay: null,
          run: true,
          ...Object.fromEntries(times.map((time) => [time, expect.stringMatching(TIME)])),
        });
        expect(keysOf(noted).filter((key) => key.endsWith('fire_time'))).toEqual([
          '_next_fire_time',
          ...notes,
        ]);
      }),
  );

requirement(
  'cherrypy.schedule-times.status-unknown',
  {
    level: 'should',
    text: 'schedule.job_status of a job that there is not answers an empty object.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const name = target.unique('nonesuch');
    expect(await runOnMinion(target, 'schedule.job_status', [name])).toEqual({});
  },
);

requirement(
  'cherrypy.schedule-times.skip',
  {
    level: 'should',
    text: 'schedule.skip_job adds a time at which a job is not run, and refuses what is no time and a job that there is not.',
    source,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const skip = (job: string, time: string) =>
        runOnMinion(target, 'schedule.skip_job', [job, time]);
      expect(await skip(name, '2090-01-01T00:00:00')).toEqual({
        comment: `Added Skip Job ${name} in schedule.`,
        result: true,
      });
      expect(await skip(name, 'nonesuch')).toEqual({
        comment: 'Date string could not be parsed.',
        result: false,
      });
      const other = target.unique('nonesuch');
      expect(await skip(other, '2090-01-01T00:00:00')).toEqual({
        comment: `Job ${other} does not exist.`,
        result: false,
      });
      const time_fmt = '%Y-%m-%dT%H:%M:%S';
      expect(await runOnMinion(target, 'schedule.job_status', [name])).toMatchObject({
        skip_explicit: [{ time: '2090-01-01T00:00:00', time_fmt }],
      });
    }),
);

requirement(
  'cherrypy.schedule-times.postpone',
  {
    level: 'should',
    text: 'schedule.postpone_job has a job skip one time and run at another, and refuses what is no time.',
    source,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const postpone = (...times: string[]) =>
        runOnMinion(target, 'schedule.postpone_job', [name, ...times]);
      expect(await postpone('2090-01-01T00:00:00', '2090-01-02T00:00:00')).toEqual({
        comment: `Postponed Job ${name} in schedule.`,
        result: true,
      });
      expect(await postpone('', '')).toEqual(refused('Job current time is required.'));
      expect(await postpone('2090-01-01T00:00:00', '')).toEqual(
        refused('Job new_time is required.'),
      );
      expect(await postpone('nonesuch', '')).toEqual(refused('Date string could not be parsed.'));
      const time_fmt = '%Y-%m-%dT%H:%M:%S';
      expect(await runOnMinion(target, 'schedule.job_status', [name])).toMatchObject({
        skip_explicit: [{ time: '2090-01-01T00:00:00', time_fmt }],
        run_explicit: [{ time: '2090-01-02T00:00:00', time_fmt }],
      });
    }),
);
