import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { eventually } from '../target/eventually.ts';
import { field } from '../target/return-of.ts';

requirement(
  'cherrypy.runner-async.is-a-job',
  {
    level: 'should',
    text: "A runner's call becomes a job under the answered jid: its target is the master's id as a list, its result the whole event.",
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const started = await target.lowstate({ client: 'runner_async', fun: 'test.arg', arg: [1] });
    const [{ jid }] = target.shape(started, 'function-started').return;
    const auth = await target.auth();
    const reply = await eventually(
      () => target.get(`/jobs/${jid}`, [auth]),
      ({ body }) => !body.includes('"Error"'),
    );
    const { info, return: returns } = target.shape(reply, 'job-info');
    expect(info[0].Function).toBe('runner.test.arg');
    expect(info[0].Arguments).toEqual([]);
    expect(info[0]['Target-type']).toBe('list');
    expect(info[0]).not.toHaveProperty('Minions');
    const [master = '', ...others] = Object.keys(info[0].Result);
    expect(others).toEqual([]);
    expect(info[0].Target).toBe(master);
    expect(Object.keys(info[0].Result[master] ?? {})).toEqual(['return']);
    const event = field(returns, 0, master);
    expect(field(event, 'jid')).toBe(jid);
    expect(field(event, 'fun_args')).toEqual([1]);
    expect(field(event, 'return')).toEqual({ args: [1], kwargs: {} });
    expect(field(event, 'success')).toBe(true);
  },
);

requirement(
  'cherrypy.runner-async.no-fun',
  {
    level: 'should',
    text: 'A runner_async chunk without fun is answered with 400, which names the client.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner_async' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('<p>runner_async takes at least 1 argument (0 given)</p>');
  },
);
