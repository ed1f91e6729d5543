import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { localEvents, says } from '../target/call-events.ts';
import { expectHeaders } from './header-order.ts';

const source = { documented: 'rest_cherrypy, Events.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.events-stream.content-type',
  {
    level: 'must',
    text: 'GET /events answers 200 with Content-Type text/event-stream;charset=utf-8, and tells caches to keep nothing.',
    source,
  },
  async ({ target }) => {
    const { head } = await target.listen([await target.auth()]);
    expect(head.status).toBe(200);
    expect(head.headerValues('Content-Type')).toEqual(['text/event-stream;charset=utf-8']);
    expect(head.headerValues('Cache-Control')).toEqual(['no-cache']);
  },
);

requirement(
  'cherrypy.events-stream.headers',
  {
    level: 'should',
    text: 'The headers of GET /events come in the order of CherryPy, with the three of CORS and without a length.',
    source: observed,
  },
  async ({ target }) => {
    const { head } = await target.listen([await target.auth()]);
    expectHeaders(head, ['Cache-Control', 'Connection', 'Vary', 'Set-Cookie', 'Transfer-Encoding']);
    expect(head.headerValues('Connection')).toEqual(['keep-alive']);
    expect(head.headerValues('Allow')).toEqual(['GET, HEAD']);
  },
);

requirement(
  'cherrypy.events-stream.first-bytes',
  {
    level: 'must',
    text: 'The stream begins with "retry: 400" and one newline, before anything has happened.',
    source: { ...source, client: ['Resalt, which reads the stream line by line'] },
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    await stream.until(({ text }) => text.length > 10);
    expect(stream.chunks[0]?.toString()).toBe('retry: 400\n');
  },
);

requirement(
  'cherrypy.events-stream.framing',
  {
    level: 'must',
    text: 'Every event is a line "tag:", a line "data:" and a blank line; there are no comments, ids or names between them.',
    source: { ...source, client: ['Resalt, which takes no other lines'] },
    needs: ['minion'],
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    await target.local(target.minion, 'test.ping');
    await stream.event(({ tag }) => tag.endsWith(`/ret/${target.minion}`));
    const whole = stream.text.slice(0, stream.text.lastIndexOf('\n\n') + 2);
    expect(whole).toMatch(/^retry: 400\n(?:tag: [^\n]+\ndata: \{[^\n]*\}\n\n)+$/);
  },
);

requirement(
  'cherrypy.events-stream.envelope',
  {
    level: 'must',
    text: 'The data of every event is an object of "data", stamped, and "tag", the same as in the tag line.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const { events } = await localEvents(target);
    for (const event of events) expect(target.shape(event, 'event').tag).toBe(event.tag);
  },
);

requirement(
  'cherrypy.events-stream.stamp',
  {
    level: 'should',
    text: 'The stamp of an event is a date in ISO 8601, with a T between day and time and microseconds.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const { part } = await localEvents(target);
    expect(part('new').data.data['_stamp']).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(?:\+00:00)?$/,
    );
  },
);

requirement(
  'cherrypy.events-stream.envelope-order',
  {
    level: 'should',
    text: 'In the JSON of an event "data" comes before "tag", with a blank after each colon and comma.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const { events } = await localEvents(target);
    for (const { text, tag } of events) {
      expect(text.slice(0, 11)).toBe('{"data": {"');
      expect(text.slice(-tag.length - 13)).toBe(`}, "tag": "${tag}"}`);
    }
  },
);

requirement(
  'cherrypy.events-stream.two-chunks',
  {
    level: 'should',
    text: 'An event goes out in two chunks, its tag line and the rest.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    await target.local(target.minion, 'test.ping');
    await stream.event(({ tag }) => tag.endsWith(`/ret/${target.minion}`));
    const [, tag = '', data = ''] = stream.chunks.map(String);
    expect(tag).toMatch(/^tag: [^\n]+\n$/);
    expect(data).toMatch(/^data: \{[^\n]*\}\n\n$/);
  },
);

requirement(
  'cherrypy.events-stream.one-line',
  {
    level: 'must',
    text: 'However long an event is, and whatever its text, its data is one line of UTF-8.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const word = `${target.unique('Grüße 日本')}\n${'x'.repeat(70_000)}`;
    const stream = await target.listen([await target.auth()]);
    await target.local(target.minion, 'test.echo', word);
    const event = await stream.event(
      (seen) => seen.tag.endsWith(`/ret/${target.minion}`) && says(seen, word),
    );
    expect(event?.data.data['return']).toBe(word);
    expect(event?.text).toContain('Grüße 日本');
  },
);

requirement(
  'cherrypy.events-stream.no-replay',
  {
    level: 'should',
    text: 'A listener hears nothing of what happened before it came, not even with Last-Event-ID.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const early = await localEvents(target);
    const stream = await target.listen([await target.auth(), ['Last-Event-ID', '0']]);
    const [before, after] = [early.jid, (await localEvents(target)).jid];
    await stream.event(({ tag }) => tag.includes(after) && tag.includes('/ret/'));
    expect(stream.events().filter(({ tag }) => tag.includes(before))).toEqual([]);
  },
);

requirement(
  'cherrypy.events-stream.two-listeners',
  {
    level: 'should',
    text: 'Two listeners get the same events, byte for byte and in the same order.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const listeners = [
      await target.listen([await target.auth()]),
      await target.listen([await target.auth()]),
    ];
    const { jid } = await localEvents(target);
    const heard = await Promise.all(
      listeners.map(async (stream) => {
        await stream.event(({ tag }) => tag.includes(jid) && tag.includes('/ret/'));
        return stream.events().filter(({ tag }) => tag.includes(jid));
      }),
    );
    expect(heard[0]?.length).toBeGreaterThan(1);
    expect(heard[0]?.map(({ text }) => text)).toEqual(heard[1]?.map(({ text }) => text));
  },
);
