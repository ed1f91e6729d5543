import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectListed } from './expect-listed.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { schedule } from './schedule-job.ts';
import { withScheduled } from './scheduled-runs.ts';

const documented = { documented: 'Salt, job scheduling', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.schedule-restrictions.cron',
  {
    level: 'should',
    text: 'A job with cron is due at the next time that its five fields name.',
    source: documented,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { cron: '30 4 1 1 *' }, async ({ name, runs }) => {
      const due = () => runOnMinion(target, 'schedule.show_next_fire_time', [name]);
      await expectListed(due, {
        result: true,
        next_fire_time: expect.stringMatching(/^\d{4}-01-01T04:30:00$/) as unknown,
      });
      expect(runs()).toEqual([]);
    }),
);

requirement(
  'cherrypy.schedule-restrictions.when-invalid',
  {
    level: 'should',
    text: 'schedule.add refuses a when that is no time.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    const job = { function: 'test.ping', when: 'nonesuch' };
    expect(await schedule(target, 'add', name, job)).toEqual({
      comment: 'Schedule item nonesuch for "when" in invalid.',
      result: false,
    });
  },
);

requirement(
  'cherrypy.schedule-restrictions.once-over',
  {
    level: 'should',
    text: 'A job whose one time is over never runs; one whose time cannot be read notes that.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    await withScheduled(target, { once: '2020-01-01T00:00:00' }, async ({ runs, expectNoted }) => {
      await target.passes(2);
      await expectNoted({ _next_fire_time: '2020-01-01T00:00:00' });
      expect(runs()).toEqual([]);
    });
    await withScheduled(target, { once: 'nonesuch' }, async ({ name, expectNoted }) => {
      const text = `Date string could not be parsed: nonesuch, %Y-%m-%dT%H:%M:%S. Ignoring job ${name}.`;
      await expectNoted({ _error: text });
    });
  },
);

requirement(
  'cherrypy.schedule-restrictions.not-in-time',
  {
    level: 'should',
    text: 'A job that is due does not run outside of its range, after its until or before its after, and its status says why.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    for (const [restriction, reason] of [
      [{ range: { start: '2090-01-01', end: '2091-01-01' } }, 'not_in_range'],
      [{ until: '2020-01-01' }, 'until_passed'],
      [{ after: '2090-01-01' }, 'after_not_passed'],
    ] as const) {
      const job = { seconds: 1, run_on_start: false, ...restriction };
      await withScheduled(target, job, async ({ runs, expectNoted }) => {
        await target.passes(2);
        expect(runs()).toEqual([]);
        await expectNoted(
          reason === 'not_in_range' ? { run: false, _skip_reason: reason } : { run: false },
        );
      });
    }
  },
);
