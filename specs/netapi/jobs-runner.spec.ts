import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { everyModule } from './every-module.ts';
import { publish } from './published-job.ts';
import { NOT_OF_TORNADO } from './reasons.ts';

const source = { documented: 'salt.runners.jobs', observed: EVERY_LINE };

everyModule(
  'jobs-runner.lookup-jid',
  {
    level: 'must',
    text: 'jobs.lookup_jid answers what each minion returned, bare.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, text } = await publish(target);
    const reply = await target.lowstate({ client: 'runner', fun: 'jobs.lookup_jid', jid });
    expect(reply.body).toBe(`{"return": [{"${target.minion}": "${text}"}]}`);
  },
);

everyModule(
  'jobs-runner.lookup-unknown',
  {
    level: 'must',
    text: 'jobs.lookup_jid of a jid that never was answers an empty dict.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const jid = '20000101020304567890';
    const reply = await target.lowstate({ client: 'runner', fun: 'jobs.lookup_jid', jid });
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

everyModule(
  'jobs-runner.lookup-wraps-errors',
  {
    level: 'should',
    text: 'jobs.lookup_jid wraps its answer for the command line where the first return had an outputter, as that of an unknown function has.',
    source: { observed: EVERY_LINE },
    needs: ['minion', 'runner'],
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    const started = await target.authed.run({
      client: 'local',
      tgt: target.minion,
      fun: 'nosuch.fun',
      full_return: true,
    });
    const jid = field(started, target.minion, 'jid');
    const found = await target.authed.runner('jobs.lookup_jid', { jid });
    expect(found).toEqual({
      outputter: 'nested',
      data: { [target.minion]: "'nosuch.fun' is not available." },
    });
  },
);

everyModule(
  'jobs-runner.list-job',
  {
    level: 'must',
    text: 'jobs.list_job answers one job with its jid, its minions and their returns.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, text } = await publish(target);
    const found = await target.authed.runner('jobs.list_job', { jid });
    expect(field(found, 'jid')).toBe(jid);
    expect(field(found, 'Minions')).toEqual([target.minion]);
    expect(field(found, 'Result', target.minion)).toEqual({
      return: text,
      retcode: 0,
      success: true,
    });
  },
);

everyModule(
  'jobs-runner.print-job',
  {
    level: 'should',
    text: 'jobs.print_job answers the job of jobs.list_job under its jid, and without a jid inside.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const listed = await target.authed.runner('jobs.list_job', { jid });
    const printed = await target.authed.runner('jobs.print_job', { jid });
    expect(keysOf(printed)).toEqual([jid]);
    const job = keysOf(field(printed, jid));
    expect(['jid', ...job]).toEqual(keysOf(listed));
    for (const key of job) expect(field(printed, jid, key)).toEqual(field(listed, key));
  },
);

everyModule(
  'jobs-runner.exit-success',
  {
    level: 'should',
    text: 'jobs.exit_success answers true for minions that returned something true, and an empty dict for an unknown jid.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    expect(await target.authed.runner('jobs.exit_success', { jid })).toEqual({
      [target.minion]: true,
    });
    const unknown = { jid: '20000101020304567890' };
    expect(await target.authed.runner('jobs.exit_success', unknown)).toEqual({});
  },
);

everyModule(
  'jobs-runner.list-jobs-filter',
  {
    level: 'should',
    text: 'jobs.list_jobs_filter answers a list of so many newest jobs, oldest first, each with its JID before its start time.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const jobs = await target.authed.runner('jobs.list_jobs_filter', { count: 2 });
    expect(jobs).toHaveLength(2);
    const jids = [field(jobs, 0, 'JID'), field(jobs, 1, 'JID')].map(String);
    // The newest is this job, or one that somebody else has begun since.
    expect(jids).toEqual(jids.toSorted());
    expect([jid, ...jids].toSorted().at(-1)).toBe(jids[1]);
    expect(keysOf(field(jobs, 0)).slice(-2)).toEqual(['JID', 'StartTime']);
  },
);
