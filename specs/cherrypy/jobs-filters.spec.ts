import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';

const source = { documented: 'salt.runners.jobs', observed: EVERY_LINE };

/** What a filter says where the metadata or the target of some job in the cache is of no use to it. */
const SPOILT =
  /^\nPassed invalid arguments: (?:argument of type '\w+' is not iterable|expected str, bytes)/;

/**
 * What a listing of jobs with filters answers.
 *
 * @throws NotVerified where a job of somebody else spoils the filters for everybody
 */
async function listing(target: Target, fun: string, filters: Chunk): Promise<unknown> {
  const found = await target.authed.runner(fun, filters);
  if (typeof found === 'string' && SPOILT.test(found))
    throw new NotVerified('needs a job cache whose jobs have metadata and targets to filter by');
  return found;
}

/** A job of its own, and the metadata that no other job has. */
interface MarkedJob {
  readonly jid: string;
  readonly mark: { readonly mark: string };
}

/**
 * Runs test.ping on the target's minion with a mark in its metadata, which sets the job apart: of a
 * filter's conditions metadata comes first, and jobs of others may have targets that spoil the rest.
 */
async function markedPing(target: Target): Promise<MarkedJob> {
  const mark = { mark: target.unique('mark') };
  const returned = await target.authed.run({
    client: 'local',
    tgt: target.minion,
    fun: 'test.ping',
    full_return: true,
    metadata: { ...mark, other: 1 },
  });
  return { jid: String(field(returned, target.minion, 'jid')), mark };
}

requirement(
  'cherrypy.jobs-runner.search-target',
  {
    level: 'should',
    text: 'jobs.list_jobs with search_target answers the jobs whose target text matches the glob.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, mark } = await markedPing(target);
    const search = (glob: string): Promise<unknown> =>
      listing(target, 'jobs.list_jobs', { search_metadata: mark, search_target: glob });
    expect(await search(target.unique('nobody'))).toEqual({});
    expect(field(await search(`${target.minion.slice(0, -1)}?`), jid, 'Target')).toBe(
      target.minion,
    );
  },
);

requirement(
  'cherrypy.jobs-runner.search-metadata',
  {
    level: 'should',
    text: "A job's metadata is listed, and jobs.list_jobs finds it by any key of it.",
    source: source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, mark } = await markedPing(target);
    const filters = { search_metadata: mark };
    const listed = await listing(target, 'jobs.list_jobs', filters);
    expect(keysOf(listed)).toEqual([jid]);
    const chunk = { client: 'runner', fun: 'jobs.list_jobs', ...filters };
    const [jobs] = target.shape(await target.lowstate(chunk), 'job-list').return;
    expect(jobs[jid]?.Metadata).toEqual({ ...mark, other: 1 });
  },
);

requirement(
  'cherrypy.jobs-runner.outputter',
  {
    level: 'should',
    text: 'jobs.list_jobs with an outputter wraps its answer for the command line.',
    source: source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const found = await listing(target, 'jobs.list_jobs', {
      search_metadata: { mark: target.unique('nobody') },
      outputter: 'json',
    });
    expect(found).toEqual({ outputter: 'json', data: {} });
  },
);

requirement(
  'cherrypy.jobs-runner.start-and-end-time',
  {
    level: 'should',
    text: 'jobs.list_jobs with start_time and end_time answers the jobs that began in between.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, mark } = await markedPing(target);
    const search = (limits: object): Promise<unknown> =>
      listing(target, 'jobs.list_jobs', { search_metadata: mark, ...limits });
    expect(await search({ end_time: '2000-01-01' })).toEqual({});
    const since = await search({ start_time: '2000-01-01' });
    expect(keysOf(since)).toEqual([jid]);
  },
);

requirement(
  'cherrypy.jobs-runner.last-run',
  {
    level: 'should',
    text: 'jobs.last_run answers the newest job that passes its filters, in full under its jid, or false.',
    source: source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, mark } = await markedPing(target);
    const last = await listing(target, 'jobs.last_run', { metadata: mark });
    expect(keysOf(last)).toEqual([jid]);
    expect(field(last, jid, 'Result', target.minion, 'return')).toBe(true);
    const none = { metadata: { mark: target.unique('mark') } };
    expect(await listing(target, 'jobs.last_run', none)).toBe(false);
  },
);
