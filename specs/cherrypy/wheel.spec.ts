import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { wheelData } from './wheel-data.ts';

const source = { documented: 'netapi, wheel client', observed: EVERY_LINE };

requirement(
  'cherrypy.wheel.envelope',
  {
    level: 'must',
    text: 'wheel answers the tag of the call and its data: the function, jid, tag, user, what it returned, and whether it succeeded.',
    source: source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel', fun: 'minions.connected' });
    const [{ tag, data }] = target.shape(reply, 'wheel-answer').return;
    expect(tag).toBe(`salt/wheel/${data.jid}`);
    expect(data.tag).toBe(tag);
    expect(data.fun).toBe('wheel.minions.connected');
    expect(Array.isArray(data.return)).toBe(true);
    expect(data.success).toBe(true);
  },
);

requirement(
  'cherrypy.wheel.stamp-after-user',
  {
    level: 'should',
    text: 'Up to 3007 the data of a wheel call has _stamp, after the user.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'minions.connected' });
    expect(Object.keys(data)).toEqual(['fun', 'jid', 'tag', 'user', '_stamp', 'return', 'success']);
  },
);

requirement(
  'cherrypy.wheel.no-stamp',
  {
    level: 'should',
    text: 'From 3008 on the data of a wheel call has no _stamp.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'minions.connected' });
    expect(Object.keys(data)).toEqual(['fun', 'jid', 'tag', 'user', 'return', 'success']);
  },
);

requirement(
  'cherrypy.wheel.arg-and-kwarg',
  {
    level: 'should',
    text: 'arg and kwarg together give a wheel function its arguments.',
    source: { observed: EVERY_LINE },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const name = target.unique('nobody');
    const data = await wheelData(target, { fun: 'key.name_match', arg: [name], kwarg: {} });
    expect(data.return).toEqual({});
    expect(data.success).toBe(true);
  },
);

requirement(
  'cherrypy.wheel.config-values',
  {
    level: 'should',
    text: "The wheel function config.values answers the master's options as one dict.",
    source: source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'config.values' });
    expect(data.return).toMatchObject({
      keep_jobs_seconds: target.times.keep_jobs_seconds,
      timeout: target.times.timeout,
    });
  },
);

requirement(
  'cherrypy.wheel.async-started',
  {
    level: 'must',
    text: 'wheel_async answers at once with the tag to listen for and the jid, in this order.',
    source: source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'wheel_async', fun: 'minions.connected' });
    const [started] = target.shape(reply, 'function-started').return;
    expect(started.tag).toBe(`salt/wheel/${started.jid}`);
    expect(Object.keys(started)).toEqual(['tag', 'jid']);
  },
);

requirement(
  'cherrypy.wheel.async-unchecked',
  {
    level: 'should',
    text: 'wheel_async answers a jid before anything is checked, even to a user who may not call wheel functions.',
    source: { observed: EVERY_LINE },
    needs: ['limited user'],
  },
  async ({ target }) => {
    const reply = await target.limited.lowstate({ client: 'wheel_async', fun: 'key.list_all' });
    expect(reply.status).toBe(200);
    target.shape(reply, 'function-started');
  },
);

requirement(
  'cherrypy.wheel.in-job-cache',
  {
    level: 'should',
    text: 'From 3008 on a wheel call is a job under its jid, as a runner call is.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel', 'runner'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'minions.connected' });
    const reply = await target.get(`/jobs/${data.jid}`, [await target.auth()]);
    expect(target.shape(reply, 'job-info').info[0].Function).toBe('wheel.minions.connected');
  },
);

requirement(
  'cherrypy.wheel.not-in-job-cache',
  {
    level: 'should',
    text: 'Up to 3007 the jid of a wheel call leads to no job.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['wheel', 'runner'],
  },
  async ({ target }) => {
    const data = await wheelData(target, { fun: 'minions.connected' });
    const reply = await target.get(`/jobs/${data.jid}`, [await target.auth()]);
    expect(target.shape(reply, 'unknown-job').info[0].jid).toBe(data.jid);
  },
);
