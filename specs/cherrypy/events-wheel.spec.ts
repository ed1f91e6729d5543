import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { callEvents, jidOf } from '../target/call-events.ts';
import type { EventStream, StreamedEvent } from '../target/event-stream.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';

const UP_TO_3007 = { observed: ['3006.28', '3007.15'] };
const FROM_3008 = { observed: ['3008.3'] };
const needs = ['wheel'] as const;

/** Calls key.list_all while listening; gives the stream and the jid of the answer. */
async function listKeys(target: Target): Promise<{ stream: EventStream; jid: string }> {
  const stream = await target.listen([await target.auth()]);
  const answer = await target.authed.run({ client: 'wheel', fun: 'key.list_all' });
  return { stream, jid: String(field(answer, 'data', 'jid')) };
}

/** The wheel events between the first and the last with this jid in their tag. */
function wheelEventsAround(stream: EventStream, jid: string): StreamedEvent[] {
  const wheel = stream.events().filter(({ tag }) => tag.startsWith('salt/wheel/'));
  const isOwn = ({ tag }: StreamedEvent): boolean => tag.includes(jid);
  return wheel.slice(wheel.findIndex(isOwn), wheel.findLastIndex(isOwn) + 1);
}

requirement(
  'cherrypy.events-wheel.one-pair',
  {
    level: 'should',
    text: 'From 3008 on a wheel call fires one pair of events, new and ret, under the jid of its answer and with the caller’s name.',
    source: FROM_3008,
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const { stream, jid } = await listKeys(target);
    const { parts, part } = await callEvents(stream, jid, ['ret']);
    expect(parts).toEqual(['new', 'ret']);
    target.shape(part('new'), 'event-wheel-new');
    const { data } = target.shape(part('ret'), 'event-wheel-ret');
    expect(data).toMatchObject({ fun: 'wheel.key.list_all', jid, fun_args: [], success: true });
    expect(Object.keys(data).join(' ')).toBe('fun jid user fun_args _stamp return success');
    expect(data.user).not.toBe('UNKNOWN');
  },
);

requirement(
  'cherrypy.events-wheel.two-pairs',
  {
    level: 'should',
    text: 'Up to 3007 a wheel call fires a pair of events under the jid of its answer, and within it a pair under another jid and an unknown user.',
    source: UP_TO_3007,
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const { stream, jid } = await listKeys(target);
    await callEvents(stream, jid, ['ret']);
    const [opened, begun, done, answered] = wheelEventsAround(stream, jid);
    expect([opened, begun, done, answered]).not.toContain(undefined);
    if (!opened || !begun || !done || !answered) return;
    const inner = jidOf(begun);
    expect(inner).not.toBe(jid);
    expect([opened, begun, done, answered].map(({ tag }) => tag)).toEqual([
      `salt/wheel/${jid}/new`,
      `salt/wheel/${inner}/new`,
      `salt/wheel/${inner}/ret`,
      `salt/wheel/${jid}/ret`,
    ]);
    target.shape(opened, 'event-wheel-call-new');
    target.shape(answered, 'event-wheel-call-ret');
    expect(target.shape(begun, 'event-wheel-new').data.user).toBe('UNKNOWN');
    expect(target.shape(done, 'event-wheel-ret').data.return).toEqual(answered.data.data['return']);
    expect(Object.keys(answered.data.data).join(' ')).toBe(
      'fun jid tag user _stamp return success',
    );
  },
);

requirement(
  'cherrypy.events-wheel.early-failure',
  {
    level: 'may',
    text: 'From 3008 on a wheel function that does not exist fires a ret event alone.',
    source: FROM_3008,
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    const answer = await target.authed.run({ client: 'wheel', fun: target.unique('no.such') });
    const jid = String(field(answer, 'data', 'jid'));
    const { parts, part } = await callEvents(stream, jid, ['ret']);
    expect(parts).toEqual(['ret']);
    expect(part('ret').data.data).toEqual(field(answer, 'data'));
  },
);

requirement(
  'cherrypy.events-wheel.async-inner-jid',
  {
    level: 'should',
    text: 'Up to 3007 the jid that wheel_async answers is that of the inner pair of events.',
    source: UP_TO_3007,
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    const answer = await target.authed.run({ client: 'wheel_async', fun: 'key.list_all' });
    const { parts, part } = await callEvents(stream, String(field(answer, 'jid')), ['ret']);
    expect(parts).toEqual(['new', 'ret']);
    expect(target.shape(part('ret'), 'event-wheel-ret').data.user).toBe('UNKNOWN');
  },
);

requirement(
  'cherrypy.events-wheel.async-lost-jid',
  {
    level: 'may',
    text: 'From 3008 on the jid that wheel_async answers appears in no event.',
    source: FROM_3008,
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const word = target.unique('nobody');
    const stream = await target.listen([await target.auth()]);
    const chunk = { client: 'wheel_async', fun: 'key.finger', match: word };
    const jid = String(field(await target.authed.run(chunk), 'jid'));
    const done = await stream.event(({ tag, text }) => tag.endsWith('/ret') && text.includes(word));
    expect(done).toBeDefined();
    expect(stream.text).not.toContain(jid);
  },
);
