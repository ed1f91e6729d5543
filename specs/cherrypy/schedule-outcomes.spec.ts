import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { AT_ONCE, cachedJob, withScheduled } from './scheduled-runs.ts';

const source = { documented: 'Salt, job scheduling', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.schedule-runs.arguments',
  {
    level: 'should',
    text: 'A job runs with its args and kwargs as they are, texts with an equals sign too; fun_args holds the kwargs as its last item.',
    source,
    needs,
  },
  ({ target }) => {
    const job = { function: 'test.arg', job_args: ['x=1', { y: 2 }], job_kwargs: { z: 3 } };
    return withScheduled(target, { ...AT_ONCE, ...job }, async ({ firstRun }) => {
      const { data } = (await firstRun()).data;
      expect(data['fun_args']).toEqual(['x=1', { y: 2 }, { z: 3 }]);
      expect(data['arg']).toEqual(data['fun_args']);
      expect(data['return']).toMatchObject({ args: ['x=1', { y: 2 }], kwargs: { z: 3 } });
    });
  },
);

requirement(
  'cherrypy.schedule-runs.pub-arguments',
  {
    level: 'may',
    text: 'A function with **kwargs finds what is known of the run under names that begin with __pub_.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withScheduled(
      target,
      { ...AT_ONCE, function: 'test.kwarg', job_kwargs: { a: 1 } },
      async ({ name, firstRun }) => {
        const { data } = (await firstRun()).data;
        const known = '__pub_id __pub_fun __pub_fun_args __pub_schedule __pub_jid __pub_pid';
        expect(keysOf(data['return']).join(' ')).toBe(`a ${known}`);
        expect(data['return']).toMatchObject({ a: 1, __pub_schedule: name });
      },
    ),
);

requirement(
  'cherrypy.schedule-runs.metadata',
  {
    level: 'should',
    text: 'The metadata of a job is in its returns and in the job cache, with the time of the run under _TOS, _TS and _TT.',
    source,
    needs: [...needs, 'runner'],
  },
  ({ target }) =>
    withScheduled(target, { ...AT_ONCE, metadata: { by: 'saltproof' } }, async ({ firstRun }) => {
      const run = await firstRun();
      const text = expect.any(String) as unknown;
      const metadata = { by: 'saltproof', _TOS: text, _TS: text, _TT: text };
      expect(run.data.data['metadata']).toEqual(metadata);
      expect(await cachedJob(target, run)).toMatchObject({ Metadata: metadata });
    }),
);

requirement(
  'cherrypy.schedule-runs.unknown-function',
  {
    level: 'should',
    text: 'A job whose function there is not returns that it is not available, without success and with retcode 254.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { ...AT_ONCE, function: 'test.nonesuch' }, async ({ firstRun }) => {
      const { data } = (await firstRun()).data;
      expect(data).toMatchObject({
        return: "'test.nonesuch' is not available.",
        success: false,
        retcode: 254,
      });
      expect(Object.keys(data).slice(7, 10).join(' ')).toBe('return success retcode');
    }),
);

requirement(
  'cherrypy.schedule-runs.exception',
  {
    level: 'should',
    text: 'Of a job that fails, or is called wrong, the return says no more than that.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const failing = [
      { function: 'test.exception', job_args: ['on purpose'] },
      { function: 'test.ping', job_args: ['one too many'] },
    ];
    for (const job of failing)
      await withScheduled(target, { ...AT_ONCE, ...job }, async ({ firstRun }) => {
        expect((await firstRun()).data.data).toMatchObject({
          return: `Unhandled exception running ${job.function}`,
          success: false,
          retcode: 254,
        });
      });
  },
);

requirement(
  'cherrypy.schedule-runs.retcode',
  {
    level: 'should',
    text: 'A job that returns false, or sets a retcode, has run with success all the same.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const [job, outcome] of [
      [{ function: 'test.false' }, { return: false, retcode: 0, success: true }],
      [
        { function: 'test.retcode', job_args: [42] },
        { return: true, retcode: 42, success: true },
      ],
    ] as const)
      await withScheduled(target, { ...AT_ONCE, ...job }, async ({ firstRun }) => {
        expect((await firstRun()).data.data).toMatchObject(outcome);
      });
  },
);

requirement(
  'cherrypy.schedule-runs.return-job',
  {
    level: 'should',
    text: 'With return_job false a job runs and nobody hears of it.',
    source,
    needs,
  },
  ({ target }) =>
    withScheduled(target, { ...AT_ONCE, return_job: false }, async ({ runs, expectNoted }) => {
      await target.passes(2);
      await expectNoted({ _last_run: expect.any(String) });
      expect(runs()).toEqual([]);
    }),
);

requirement(
  'cherrypy.schedule-runs.nocache',
  {
    level: 'should',
    text: 'With return_job nocache a job returns under the jid nocache, and is not in the job cache.',
    source,
    needs: [...needs, 'runner'],
  },
  ({ target }) =>
    withScheduled(target, { ...AT_ONCE, return_job: 'nocache' }, async ({ firstRun }) => {
      const { tag, data } = await firstRun();
      expect(tag).toBe(`salt/job/nocache/ret/${target.minion}`);
      expect(Object.keys(data.data).at(-1)).toBe('ts');
      expect(await target.authed.runner('jobs.lookup_jid', { jid: 'nocache' })).toEqual({});
    }),
);
