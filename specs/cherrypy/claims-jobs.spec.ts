import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { bodyOf, field, firstReturn, keysOf } from '../target/return-of.ts';
import { publish } from '../netapi/published-job.ts';

/* What the summary of claims.spec.ts says of /jobs. */

const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.claims.job-answer',
  {
    level: 'should',
    text: 'The return of GET /jobs/<jid> has what minions returned and nothing around it; retcodes are in the Result of its info.',
    source: observed,
    claim: {
      says: 'GET /jobs/<jid> answers {"return": [{"web01": {"retcode": 0, "return": …}}]}.',
      verdict: 'wrong',
    },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid, text } = await publish(target);
    const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
    const { info, return: returns } = target.shape(reply, 'job-info');
    expect(returns).toEqual([{ [target.minion]: text }]);
    expect(info[0].Result[target.minion]).toMatchObject({ retcode: 0, return: text });
  },
);

requirement(
  'cherrypy.claims.job-not-done',
  {
    level: 'should',
    text: 'A job that nobody has returned to yet is described in info all the same, with an empty Result, and its return is an empty dict.',
    source: observed,
    claim: {
      says: 'GET /jobs/<jid> returns empty if the job has not completed.',
      verdict: 'half right',
    },
    needs: ['down minion', 'runner'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const { authed } = target;
    const started = await authed.run({ client: 'local_async', tgt: down, fun: 'test.ping' });
    const jid = String(field(started, 'jid'));
    const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
    expect(field(bodyOf(reply), 'return')).toEqual([{}]);
    expect(field(bodyOf(reply), 'info', 0)).toMatchObject({
      jid,
      Function: 'test.ping',
      Minions: [down],
      Result: {},
    });
  },
);

requirement(
  'cherrypy.claims.job-list',
  {
    level: 'should',
    text: 'GET /jobs tells of each job its Function, Arguments, Target, Target-type, User and StartTime.',
    source: observed,
    claim: { says: 'The items of GET /jobs are Function and Target.', verdict: 'half right' },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const reply = await target.get('/jobs', [await target.auth()]);
    expect(keysOf(field(firstReturn(reply), jid))).toEqual([
      'Function',
      'Arguments',
      'Target',
      'Target-type',
      'User',
      'StartTime',
    ]);
  },
);

requirement(
  'cherrypy.claims.no-paging',
  {
    level: 'should',
    text: 'GET /jobs answers all jobs at once: it has no parameter for a limit or a page, and answers 404 to one.',
    source: observed,
    claim: { says: 'GET /jobs has no paging.', verdict: 'right' },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const jids = [(await publish(target)).jid, (await publish(target)).jid];
    const auth = await target.auth();
    const all = firstReturn(await target.get('/jobs', [auth]));
    expect(keysOf(all)).toEqual(expect.arrayContaining(jids));
    for (const query of ['limit=1', 'offset=1', 'page=1', 'per_page=1'])
      expect((await target.get(`/jobs?${query}`, [auth])).status).toBe(404);
  },
);
