import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { StreamedEvent } from '../target/event-stream.ts';
import { jidOf, says } from '../target/call-events.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.event', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

/** Has a minion run a function of the event module and gives the event of this tag. */
async function fired(
  target: Target,
  tag: string,
  fun: string,
  arg: readonly unknown[],
): Promise<StreamedEvent | undefined> {
  const stream = await target.listen([await target.auth()]);
  expect(await runOnMinion(target, fun, arg)).toBe(true);
  return stream.event((event) => event.tag === tag);
}

requirement(
  'cherrypy.event-module.send',
  {
    level: 'must',
    text: 'event.send on a minion answers true and fires an event with just this tag, in which the data of the minion is one level down.',
    source,
    needs,
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/event');
    const event = await fired(target, tag, 'event.send', [tag, { a: 1, b: ['ü'] }]);
    const { data } = target.shape(event ?? { json: () => undefined }, 'event-minion');
    expect(data).toMatchObject({ id: target.minion, tag, data: { a: 1, b: ['ü'] } });
  },
);

requirement(
  'cherrypy.event-module.send-keywords',
  {
    level: 'should',
    text: 'event.send adds its loose keyword arguments, and what the master published, to the data of the event; the data wins.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/event');
    const keywords = { __kwarg__: true, b: 2, c: 3 };
    const event = await fired(target, tag, 'event.send', [tag, { b: 'data' }, keywords]);
    expect(event?.data.data['data']).toMatchObject({ b: 'data', c: 3, __pub_fun: 'event.send' });
  },
);

requirement(
  'cherrypy.event-module.send-parts-of-minion',
  {
    level: 'should',
    text: 'event.send with with_grains adds the named grains to the data of the event, with with_env_opts the environments.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/event');
    const parts = { __kwarg__: true, with_grains: ['id'], with_env_opts: true };
    const event = await fired(target, tag, 'event.send', [tag, parts]);
    expect(event?.data.data['data']).toMatchObject({
      grains: { id: target.minion },
      saltenv: null,
      pillarenv: null,
    });
  },
);

requirement(
  'cherrypy.event-module.send-key-order',
  {
    level: 'should',
    text: 'The event of event.send has the keys id, cmd, pretag, data, tag, ts and _stamp, in this order.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/event');
    const event = await fired(target, tag, 'event.send', [tag]);
    expect(Object.keys(event?.data.data ?? {}).join(' ')).toBe('id cmd pretag data tag ts _stamp');
  },
);

requirement(
  'cherrypy.event-module.before-the-return',
  {
    level: 'should',
    text: 'The event of event.send comes after the start of its job and before the return.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/event');
    const stream = await target.listen([await target.auth()]);
    await runOnMinion(target, 'event.send', [tag]);
    const begun = await stream.event((event) => event.tag.endsWith('/new') && says(event, tag));
    const jid = jidOf(begun);
    const ret = `salt/job/${jid}/ret/${target.minion}`;
    await stream.event((event) => event.tag === ret);
    const meant = [`salt/job/${jid}/new`, tag, ret];
    const tags = stream.events().map((event) => event.tag);
    expect(tags.filter((one) => meant.includes(one))).toEqual(meant);
  },
);

requirement(
  'cherrypy.event-module.fire-master',
  {
    level: 'must',
    text: 'event.fire_master fires an event with this tag and whatever data it is given, a text as well, and adds nothing to it.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const data of [{ a: 1 }, 'text']) {
      const tag = target.unique('saltproof/event');
      const event = await fired(target, tag, 'event.fire_master', [data, tag]);
      expect(event?.data.data).toMatchObject({ id: target.minion, data, tag });
    }
  },
);

requirement(
  'cherrypy.event-module.preload',
  {
    level: 'should',
    text: 'event.fire_master with a preload lays it over the event itself, which then has no pretag.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const tag = target.unique('saltproof/event');
    const event = await fired(target, tag, 'event.fire_master', [{ a: 1 }, tag, { pre: 1 }]);
    const order = 'id tag data cmd pre ts _stamp';
    expect(Object.keys(event?.data.data ?? {}).join(' ')).toBe(order);
    expect(event?.data.data).toMatchObject({ data: { a: 1 }, pre: 1 });
  },
);

requirement(
  'cherrypy.event-module.fire',
  {
    level: 'should',
    text: "event.fire answers true for data that is an object, false for a text, and the master's bus hears nothing of it.",
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [tag, other] = [target.unique('saltproof/own'), target.unique('saltproof/event')];
    expect(await runOnMinion(target, 'event.fire', ['text', tag])).toBe(false);
    const stream = await target.listen([await target.auth()]);
    expect(await runOnMinion(target, 'event.fire', [{ a: 1 }, tag])).toBe(true);
    await runOnMinion(target, 'event.send', [other]);
    expect(await stream.event((event) => event.tag === other)).toBeDefined();
    expect(stream.events().map((event) => event.tag)).not.toContain(tag);
  },
);

requirement(
  'cherrypy.event-module.without-tag',
  {
    level: 'should',
    text: "event.send without a tag answers Python's complaint about the missing argument.",
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'event.send')).toContain(
      "Passed invalid arguments to event.send: send() missing 1 required positional argument: 'tag'",
    );
  },
);
