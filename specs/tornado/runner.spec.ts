import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, firstReturn, keysOf } from '../target/return-of.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, clients',
  observed: EVERY_LINE,
};
const needs = ['runner'] as const;

requirement(
  'tornado.runner.returns',
  {
    level: 'must',
    text: 'runner waits for the runner and answers with what it returned.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const chunk = {
      client: 'runner',
      fun: 'test.arg',
      arg: ['a'],
      kwarg: { b: 'c' },
    };
    const reply = await target.lowstate(chunk);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({
      return: [{ args: ['a'], kwargs: { b: 'c' } }],
    });
  },
);

requirement(
  'tornado.runner.full-return',
  {
    level: 'should',
    text: 'With full_return runner answers with the whole event that ends it: data, then tag.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = {
      client: 'runner',
      fun: 'test.arg',
      arg: ['a'],
      full_return: true,
    };
    const reply = await target.lowstate(chunk);
    const whole = firstReturn(reply);
    expect(keysOf(whole)).toEqual(['data', 'tag']);
    const { return: events } = target.shape(reply, 'runner-event');
    expect(events[0].data).toMatchObject({
      fun: 'runner.test.arg',
      return: { args: ['a'] },
      success: true,
    });
    expect(events[0].tag).toBe(`salt/run/${events[0].data.jid}/ret`);
  },
);

requirement(
  'tornado.runner.raises',
  {
    level: 'should',
    text: 'Of a runner that raises its own text is the return, in a 200.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'jobs.lookup_jid',
    });
    expect(reply.status).toBe(200);
    expect(String(firstReturn(reply))).toMatch(/^Exception occurred in runner jobs\.lookup_jid: /);
  },
);

requirement(
  'tornado.runner.old-style',
  {
    level: 'should',
    text: 'Keys of the chunk that mean nothing else are arguments of the runner.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'runner', fun: 'test.arg', word: 'a' };
    expect(field(firstReturn(await target.lowstate(chunk)), 'kwargs')).toEqual({
      word: 'a',
    });
  },
);

requirement(
  'tornado.runner-async.started',
  {
    level: 'must',
    text: 'runner_async answers at once with what to listen for: tag, then jid.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner_async',
      fun: 'test.arg',
    });
    expect(reply.status).toBe(200);
    const [{ tag, jid }] = target.shape(reply, 'function-started').return;
    expect(tag).toBe(`salt/run/${jid}`);
    expect(keysOf(firstReturn(reply))).toEqual(['tag', 'jid']);
  },
);

requirement(
  'tornado.runner-async.unknown',
  {
    level: 'should',
    text: 'runner_async of a function that there is not answers alike.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner_async',
      fun: 'nonesuch.function',
    });
    target.shape(reply, 'function-started');
    expect(reply.status).toBe(200);
  },
);
