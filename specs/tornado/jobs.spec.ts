import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import { firstReturn, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { ANSWER, GOOD } from './low-data.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, GET /jobs',
  observed: EVERY_LINE,
};
const needs = ['minion', 'runner'] as const;

const NO_JOB = '20000101000000000000';

/** A job that is over. */
interface PastJob {
  readonly jid: string;
  readonly word: string;
}

/** Runs a job and finds it in the list, by the word that it was called with. */
async function pastJob(target: Target): Promise<PastJob> {
  const word = target.unique('word');
  await target.local(target.minion, 'test.echo', word);
  const jobs = target.shape(await jobsOf(target), 'job-list').return[0] ?? {};
  const found = Object.entries(jobs).find(([, { Arguments }]) => Arguments.includes(word));
  expect(found, 'the job among all').toBeDefined();
  return { jid: found?.[0] ?? '', word };
}

async function jobsOf(target: Target, path = '/jobs'): Promise<Reply> {
  return target.get(path, [await target.auth()]);
}

requirement(
  'tornado.jobs.list',
  {
    level: 'must',
    text: 'GET /jobs tells of every job by its jid: function, arguments, target, user and start time.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const { jid, word } = await pastJob(target);
    const reply = await jobsOf(target);
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'job-list').return[0]?.[jid]).toMatchObject({
      Function: 'test.echo',
      Arguments: [word],
      Target: target.minion,
      'Target-type': 'glob',
    });
  },
);

requirement(
  'tornado.jobs.list-slash',
  {
    level: 'should',
    text: 'GET /jobs/ is the same list.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { jid } = await pastJob(target);
    const reply = await jobsOf(target, '/jobs/');
    expect(keysOf(target.shape(reply, 'job-list').return[0])).toContain(jid);
  },
);

requirement(
  'tornado.jobs.one',
  {
    level: 'must',
    text: 'GET /jobs/<jid> tells of one job in one object, with what each minion returned; there is no "info", though the documentation shows one.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const { jid, word } = await pastJob(target);
    const reply = await jobsOf(target, `/jobs/${jid}`);
    expect(reply.status).toBe(200);
    const [job] = target.shape(reply, 'tornado-job').return;
    expect(job).toMatchObject({
      jid,
      Function: 'test.echo',
      Arguments: [word],
      Minions: [target.minion],
      Result: { [target.minion]: { return: word } },
    });
    expect(keysOf(reply.json())).toEqual(['return']);
  },
);

requirement(
  'tornado.jobs.one-order',
  {
    level: 'should',
    text: 'A job begins with its jid and ends with its Result.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { jid } = await pastJob(target);
    const keys = keysOf(firstReturn(await jobsOf(target, `/jobs/${jid}`)));
    expect(keys).toEqual([
      'jid',
      'Function',
      'Arguments',
      'Target',
      'Target-type',
      'User',
      'Minions',
      'StartTime',
      'Result',
    ]);
  },
);

requirement(
  'tornado.jobs.unknown',
  {
    level: 'should',
    text: 'A jid that there is not is 200, and an object that says so.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await jobsOf(target, `/jobs/${NO_JOB}`);
    expect(reply.status).toBe(200);
    const Error = 'Cannot contact returner or no job with this jid';
    const StartTime = '2000, Jan 01 00:00:00.000000';
    expect(reply.json()).toEqual({
      return: [{ jid: NO_JOB, Error, StartTime, Result: {} }],
    });
  },
);

requirement(
  'tornado.jobs.post',
  {
    level: 'should',
    text: 'POST /jobs runs low data as POST / does, with the same clients.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.post('/jobs', [GOOD], [await target.auth()]);
    expect(reply.json()).toEqual({ return: [ANSWER] });
    const refused = await target.post('/jobs', [{ client: 'wheel' }], [await target.auth()]);
    expect(refused.status).toBe(400);
  },
);
