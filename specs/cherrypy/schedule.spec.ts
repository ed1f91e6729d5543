import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { eventually } from '../target/eventually.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.schedule', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const needs = ['minion', 'writes'] as const;

/** What schedule.add keeps of a job that was given a function and an interval. */
const KEPT = { function: 'test.ping', maxrunning: 1, enabled: true, jid_include: true };

/** Runs a function of the schedule module with keyword arguments. */
function schedule(target: Target, fun: string, name: string, keywords = {}): Promise<unknown> {
  return runOnMinion(target, `schedule.${fun}`, [name, { __kwarg__: true, ...keywords }]);
}

/** A job of the schedule as it is listed; undefined where it is not. */
async function listed(target: Target, name: string): Promise<unknown> {
  const plain = { __kwarg__: true, return_yaml: false };
  return field(await runOnMinion(target, 'schedule.list', [plain]), name);
}

/** Runs a trial with a job in the schedule that never comes to run, and takes it out again. */
async function withJob(target: Target, trial: (name: string) => Promise<void>): Promise<void> {
  const name = target.unique('saltproof');
  try {
    const added = await schedule(target, 'add', name, { function: 'test.ping', hours: 24 });
    expect(added).toMatchObject({ result: true });
    await trial(name);
  } finally {
    await target.local(target.minion, 'schedule.delete', name);
  }
}

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
      expect(await listed(target, name)).toEqual({ ...KEPT, hours: 24, name });
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
      expect(await listed(target, name)).toMatchObject({ function: 'test.ping' });
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
      expect(await listed(target, name)).toEqual({
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
    expect(await listed(target, name)).toBeUndefined();
  },
);

requirement(
  'cherrypy.schedule.test',
  {
    level: 'should',
    text: 'With test schedule.add, modify and delete say what they would do and do not do it.',
    source,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const other = target.unique('saltproof');
      const job = { function: 'test.ping', hours: 1, test: true };
      expect(await schedule(target, 'add', other, job)).toEqual({
        comment: `Job: ${other} would be added to schedule.`,
        result: true,
        changes: {},
      });
      expect(await listed(target, other)).toBeUndefined();
      expect(await schedule(target, 'modify', name, job)).toMatchObject({
        comment: `Job: ${name} would be modified in schedule.`,
        changes: { [name]: { old: { hours: 24 }, new: { hours: 1 } } },
      });
      expect(await schedule(target, 'delete', name, { test: true })).toEqual({
        comment: `Job: ${name} would be deleted from schedule.`,
        result: true,
        changes: {},
      });
      expect(await listed(target, name)).toMatchObject({ hours: 24 });
    }),
);

requirement(
  'cherrypy.schedule.list-yaml',
  {
    level: 'must',
    text: 'schedule.list answers YAML text, in which the keys of a job are sorted and saved is among them.',
    source,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const lines = [
        `  ${name}:`,
        '    enabled: true',
        '    function: test.ping',
        '    hours: 24',
        '    jid_include: true',
        '    maxrunning: 1',
        `    name: ${name}`,
        '    saved: true',
        '',
      ];
      const yaml = await runOnMinion(target, 'schedule.list');
      expect(yaml).toMatch(/^schedule:\n/);
      expect(yaml).toContain(lines.join('\n'));
    }),
);

requirement(
  'cherrypy.schedule.list-plain',
  {
    level: 'must',
    text: 'schedule.list without return_yaml answers an object of jobs; show_disabled and where=pillar leave some out.',
    source: client,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const list = async (keywords: object): Promise<string[]> => {
        const arg = [{ __kwarg__: true, return_yaml: false, ...keywords }];
        return keysOf(await runOnMinion(target, 'schedule.list', arg));
      };
      await schedule(target, 'disable_job', name);
      expect(await list({})).toContain(name);
      expect(await list({ where: 'opts' })).toContain(name);
      expect(await list({ show_disabled: false })).not.toContain(name);
      expect(await list({ where: 'pillar' })).not.toContain(name);
    }),
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
      expect(
        await eventually(
          () => listed(target, name),
          (now) => field(now, 'days') === 2,
        ),
      ).toEqual({
        ...job,
        days: 2,
      });
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
      expect(await listed(target, name)).toBeUndefined();
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
        expect(await listed(target, name)).toMatchObject({ enabled });
        const other = target.unique('saltproof');
        expect(await schedule(target, fun, other)).toEqual({
          comment: `Job ${other} does not exist.`,
          result: false,
          changes: {},
        });
      }
    }),
);

requirement(
  'cherrypy.schedule.is-enabled',
  {
    level: 'should',
    text: 'schedule.is_enabled answers a job by its name, an empty object for one that is not there, and without a name whether the schedule is on.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      const job = { ...KEPT, hours: 24, name };
      expect(await runOnMinion(target, 'schedule.is_enabled', [name])).toEqual(job);
      const other = target.unique('saltproof');
      expect(await runOnMinion(target, 'schedule.is_enabled', [other])).toEqual({});
      expect(typeof (await runOnMinion(target, 'schedule.is_enabled'))).toBe('boolean');
    }),
);

requirement(
  'cherrypy.schedule.switch-all',
  {
    level: 'should',
    text: 'schedule.disable and enable switch the schedule as a whole, which then has the key enabled beside its jobs; with test they do not.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const test = { __kwarg__: true, test: true };
    try {
      expect(await runOnMinion(target, 'schedule.disable')).toEqual({
        comment: 'Disabled schedule on minion.',
        changes: { schedule: 'disabled' },
        result: true,
      });
      expect(await runOnMinion(target, 'schedule.is_enabled')).toBe(false);
      expect(await listed(target, 'enabled')).toBe(false);
      expect(await runOnMinion(target, 'schedule.enable', [test])).toEqual({
        comment: 'Schedule would be enabled.',
        changes: {},
        result: true,
      });
      expect(await runOnMinion(target, 'schedule.is_enabled')).toBe(false);
    } finally {
      expect(await runOnMinion(target, 'schedule.enable')).toEqual({
        comment: 'Enabled schedule on minion.',
        changes: { schedule: 'enabled' },
        result: true,
      });
    }
    expect(await runOnMinion(target, 'schedule.is_enabled')).toBe(true);
  },
);

requirement(
  'cherrypy.schedule.run-job',
  {
    level: 'must',
    text: 'schedule.run_job says that the job is scheduled, and refuses one that is not there.',
    source: client,
    needs,
  },
  ({ target }) =>
    withJob(target, async (name) => {
      expect(await runOnMinion(target, 'schedule.run_job', [name])).toEqual({
        comment: `Scheduling Job ${name} on minion.`,
        result: true,
      });
      const other = target.unique('saltproof');
      expect(await runOnMinion(target, 'schedule.run_job', [other])).toEqual({
        comment: `Job ${other} does not exist.`,
        result: false,
      });
    }),
);

requirement(
  'cherrypy.schedule.save',
  {
    level: 'should',
    text: 'schedule.save says that the schedule is saved, with test that it would be; reload answers its comments in a list.',
    source: client,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'schedule.save')).toEqual({
      comment: 'Schedule (non-pillar items) saved.',
      result: true,
    });
    const test = { __kwarg__: true, test: true };
    expect(await runOnMinion(target, 'schedule.save', [test])).toEqual({
      comment: 'Schedule would be saved.',
      result: true,
    });
  },
);

requirement(
  'cherrypy.schedule.build-item',
  {
    level: 'should',
    text: 'schedule.build_schedule_item answers a job as schedule.add keeps it, and adds none.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    const job = { function: 'test.ping', seconds: 5 };
    const built = await schedule(target, 'build_schedule_item', name, job);
    expect(built).toEqual({ ...KEPT, seconds: 5, name });
    expect(Object.keys(built as object).join(' ')).toBe(
      'function seconds maxrunning name enabled jid_include',
    );
    expect(await listed(target, name)).toBeUndefined();
  },
);
