import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { callEvents, jidOf, says, type CallEvents } from '../target/call-events.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';

const source = { documented: 'Salt, event bus: runner events', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['runner'] as const;

/** Runs the runner test.arg, with a word that tells it from others, and gives its events. */
async function runnerEvents(target: Target, changes: Chunk = {}): Promise<CallEvents> {
  const word = target.unique('word');
  const stream = await target.listen([await target.auth()]);
  await target.lowstate({ client: 'runner', fun: 'test.arg', arg: [word], ...changes });
  const begun = await stream.event((event) => event.tag.endsWith('/new') && says(event, word));
  return callEvents(stream, jidOf(begun), ['ret']);
}

requirement(
  'cherrypy.events-runner.pair',
  {
    level: 'must',
    text: 'A runner fires salt/run/<jid>/new when it begins and salt/run/<jid>/ret when it is done.',
    source,
    needs,
  },
  async ({ target }) => {
    const { jid, events, part } = await runnerEvents(target);
    expect(events.map(({ tag }) => tag)).toEqual([`salt/run/${jid}/new`, `salt/run/${jid}/ret`]);
    const { data } = target.shape(part('new'), 'event-run-new');
    expect(data).toMatchObject({ fun: 'runner.test.arg', jid });
    const { data: done } = target.shape(part('ret'), 'event-run-ret');
    expect(done).toMatchObject({ fun: 'runner.test.arg', jid, success: true });
    expect(done.return).toEqual({ args: data.fun_args, kwargs: {} });
  },
);

requirement(
  'cherrypy.events-runner.key-order',
  {
    level: 'should',
    text: 'The ret event of a runner is its new event, stamp and all, with return and success at the end.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { part } = await runnerEvents(target);
    const order = 'fun jid user fun_args _stamp';
    expect(Object.keys(part('new').data.data).join(' ')).toBe(order);
    expect(Object.keys(part('ret').data.data).join(' ')).toBe(`${order} return success`);
  },
);

requirement(
  'cherrypy.events-runner.fun-args',
  {
    level: 'should',
    text: 'Keyword arguments of a runner are one object at the end of fun_args.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { part } = await runnerEvents(target, { kwarg: { k: 'v' } });
    const [word, ...rest] = part('new').data.data['fun_args'] as unknown[];
    expect(typeof word).toBe('string');
    expect(rest).toEqual([{ k: 'v' }]);
  },
);

requirement(
  'cherrypy.events-runner.async',
  {
    level: 'must',
    text: 'The tag that runner_async answers is the beginning of the tags of its events.',
    source: { ...source, client: ['pepper'] },
    needs,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    const answer = await target.authed.run({ client: 'runner_async', fun: 'test.arg' });
    const tag = String(field(answer, 'tag'));
    const { events } = await callEvents(stream, String(field(answer, 'jid')), ['ret']);
    expect(events.map((event) => event.tag)).toEqual([`${tag}/new`, `${tag}/ret`]);
  },
);

requirement(
  'cherrypy.events-runner.full-return',
  {
    level: 'should',
    text: 'What a runner with full_return answers is its ret event, stamp and all.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const word = target.unique('word');
    const stream = await target.listen([await target.auth()]);
    const chunk = { client: 'runner', fun: 'test.arg', arg: [word], full_return: true };
    const answer = await target.authed.run(chunk);
    const event = await stream.event((seen) => seen.tag.endsWith('/ret') && says(seen, word));
    expect(answer).toEqual(event?.data);
  },
);

requirement(
  'cherrypy.events-runner.event-send',
  {
    level: 'should',
    text: 'The runner event.send fires an event with just this tag and data, between its own new and ret.',
    source: observed,
    needs: ['runner', 'writes'],
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/é');
    const stream = await target.listen([await target.auth()]);
    const chunk = { client: 'runner', fun: 'event.send', kwarg: { tag, data: { a: 1, b: ['ü'] } } };
    expect(await target.authed.run(chunk)).toBe(true);
    const sent = await stream.event((event) => event.tag === tag);
    const { _stamp, ...data } = sent?.data.data ?? {};
    expect(data).toEqual({ a: 1, b: ['ü'] });
    expect(_stamp).toMatch(/^\d{4}-/);
    const jid = jidOf(stream.events().find((event) => says(event, tag) && event.tag !== tag));
    await callEvents(stream, jid, ['ret']);
    const order = stream.events().filter((event) => says(event, tag));
    expect(order.map((event) => event.tag)).toEqual([
      `salt/run/${jid}/new`,
      tag,
      `salt/run/${jid}/ret`,
    ]);
  },
);
