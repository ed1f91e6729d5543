import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { publish } from '../netapi/published-job.ts';

const source = { documented: 'master configuration, keep_jobs_seconds', observed: EVERY_LINE };

requirement(
  'cherrypy.job-life.expires',
  {
    level: 'must',
    text: 'A job is forgotten once it is older than keep_jobs_seconds and the maintenance loop has come round.',
    source: source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const { keep_jobs_seconds: keep, loop_interval: interval } = target.times;
    await target.passes(keep + 3 * interval);
    const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
    expect(target.shape(reply, 'unknown-job').info[0].jid).toBe(jid);
  },
);

requirement(
  'cherrypy.job-life.lookup-expired',
  {
    level: 'should',
    text: 'jobs.lookup_jid answers an empty dict for a job that is forgotten, as for one that never was.',
    source: { observed: EVERY_LINE },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const { keep_jobs_seconds: keep, loop_interval: interval } = target.times;
    await target.passes(keep + 3 * interval);
    expect(await target.authed.runner('jobs.lookup_jid', { jid })).toEqual({});
    expect(await target.authed.runner('jobs.exit_success', { jid })).toEqual({});
  },
);

requirement(
  'cherrypy.job-life.stays',
  {
    level: 'should',
    text: 'A job is still there when half of keep_jobs_seconds is over.',
    source: { observed: EVERY_LINE },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, text } = await publish(target);
    await target.passes(Math.floor(target.times.keep_jobs_seconds / 2) - 1);
    const found = await target.authed.runner('jobs.lookup_jid', { jid });
    expect(found).toEqual({ [target.minion]: text });
  },
);
