import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { expectListed } from './expect-listed.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { KEPT, listed, schedule, withJob } from './schedule-job.ts';

const source = { documented: 'salt.modules.schedule', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const needs = ['minion', 'writes'] as const;

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
      await expectListed(() => listed(target, 'enabled'), false);
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
    // That it is on goes without saying.
    await target.local(target.minion, 'schedule.delete', 'enabled');
    await expectListed(() => listed(target, 'enabled'), undefined);
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
    text: 'schedule.save says that the schedule is saved, with test that it would be.',
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
    await expectListed(() => listed(target, name), undefined);
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
      await expectListed(() => listed(target, other), undefined);
      expect(await schedule(target, 'modify', name, job)).toMatchObject({
        comment: `Job: ${name} would be modified in schedule.`,
        changes: { [name]: { old: { hours: 24 }, new: { hours: 1 } } },
      });
      expect(await schedule(target, 'delete', name, { test: true })).toEqual({
        comment: `Job: ${name} would be deleted from schedule.`,
        result: true,
        changes: {},
      });
      await expectListed(() => listed(target, name), expect.objectContaining({ hours: 24 }));
    }),
);
