import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { KEPT, listed, schedule, withJob } from './schedule-job.ts';
import { expectListed } from './expect-listed.ts';

const source = { documented: 'salt.modules.schedule', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.schedule.add',
  {
    level: 'must',
    text: 'schedule.add answers comment, result and changes, and the job is in the schedule with its defaults.',
    source: client,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    try {
      const job = { function: 'test.ping', hours: 24 };
      expect(await schedule(target, 'add', name, job)).toEqual({
        comment: `Added job: ${name} to schedule.`,
        result: true,
        changes: { [name]: 'added' },
      });
      await expectListed(() => listed(target, name), { ...KEPT, hours: 24, name });
    } finally {
      await target.local(target.minion, 'schedule.delete', name);
    }
  },
);

requirement(
  'cherrypy.schedule.add-again',
  {
    level: 'should',
    text: 'schedule.add of a job that is there changes nothing and says so.',
    source,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const other = { function: 'test.echo', hours: 1 };
      expect(await schedule(target, 'add', name, other)).toEqual({
        comment: `Job ${name} already exists in schedule.`,
        result: false,
        changes: {},
      });
      await expectListed(
        () => listed(target, name),
        expect.objectContaining({ function: 'test.ping' }),
      );
    }),
);

requirement(
  'cherrypy.schedule.add-arguments',
  {
    level: 'should',
    text: 'schedule.add keeps job_args as args, job_kwargs as kwargs, splay and enabled, and leaves out what is no option.',
    source,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    try {
      await schedule(target, 'add', name, {
        function: 'test.arg',
        hours: 24,
        job_args: ['x'],
        job_kwargs: { a: 1 },
        splay: 3,
        enabled: false,
        nonesuch: 1,
      });
      await expectListed(() => listed(target, name), {
        ...KEPT,
        function: 'test.arg',
        hours: 24,
        args: ['x'],
        kwargs: { a: 1 },
        splay: 3,
        enabled: false,
        name,
      });
    } finally {
      await target.local(target.minion, 'schedule.delete', name);
    }
  },
);

requirement(
  'cherrypy.schedule.add-refused',
  {
    level: 'should',
    text: 'schedule.add refuses an interval together with when or cron, arguments that are no list or no object, and fails without a function.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    const job = { function: 'test.ping', hours: 24 };
    expect(await schedule(target, 'add', name, { ...job, cron: '0 0 * * *' })).toEqual({
      comment:
        'Error: Unable to use "seconds", "minutes", "hours", or "days" with "when" or "cron" options.',
      result: false,
      changes: {},
    });
    for (const [option, what] of [
      ['job_args', 'list'],
      ['job_kwargs', 'dict'],
    ] as const)
      expect(await schedule(target, 'add', name, { ...job, [option]: 'x' })).toEqual({
        comment: `${option} is not a ${what}. please correct and try again.`,
        result: false,
      });
    expect(await schedule(target, 'add', name)).toContain("KeyError: 'function'");
    await expectListed(() => listed(target, name), undefined);
  },
);

requirement(
  'cherrypy.schedule.modify',
  {
    level: 'must',
    text: 'schedule.modify puts the job that its arguments describe in the place of the old one, and answers both.',
    source: client,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const job = { ...KEPT, name };
      expect(await schedule(target, 'modify', name, { days: 2 })).toEqual({
        comment: `Modified job: ${name} in schedule.`,
        changes: { [name]: { old: { ...job, hours: 24 }, new: { ...job, days: 2 } } },
        result: true,
      });
      await expectListed(() => listed(target, name), { ...job, days: 2 });
    }),
);

requirement(
  'cherrypy.schedule.modify-nothing',
  {
    level: 'should',
    text: 'schedule.modify to what the job is already says that it is in the correct state; of an unknown job it is refused.',
    source,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      expect(await schedule(target, 'modify', name, { hours: 24 })).toEqual({
        comment: `Job ${name} in correct state`,
        changes: {},
        result: true,
      });
      const other = target.unique('saltproof');
      expect(await schedule(target, 'modify', other, { hours: 24 })).toEqual({
        comment: `Job ${other} does not exist in schedule.`,
        changes: {},
        result: false,
      });
    }),
);

requirement(
  'cherrypy.schedule.delete',
  {
    level: 'must',
    text: 'schedule.delete takes a job out of the schedule, and refuses one that is not there.',
    source: client,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      expect(await schedule(target, 'delete', name)).toEqual({
        comment: `Deleted Job ${name} from schedule.`,
        result: true,
        changes: { [name]: 'removed' },
      });
      await expectListed(() => listed(target, name), undefined);
      expect(await schedule(target, 'delete', name)).toEqual({
        comment: `Job ${name} does not exist.`,
        result: false,
        changes: {},
      });
    }),
);

requirement(
  'cherrypy.schedule.switch-job',
  {
    level: 'must',
    text: 'schedule.disable_job and enable_job switch a job, also one that is so already, and refuse one that is not there.',
    source: client,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      for (const [fun, word, enabled] of [
        ['disable_job', 'Disabled', false],
        ['enable_job', 'Enabled', true],
        ['enable_job', 'Enabled', true],
      ] as const) {
        expect(await schedule(target, fun, name)).toEqual({
          comment: `${word} Job ${name} in schedule.`,
          result: true,
          changes: { [name]: word.toLowerCase() },
        });
        await expectListed(() => listed(target, name), expect.objectContaining({ enabled }));
        const other = target.unique('saltproof');
        expect(await schedule(target, fun, other)).toEqual({
          comment: `Job ${other} does not exist.`,
          result: false,
          changes: {},
        });
      }
    }),
);
