import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import { localEvents } from '../target/call-events.ts';

const EVENTS = 'GET /events';

requirement(
  'cherrypy.manual-events.headers',
  {
    ...agreed('rest_cherrypy', EVENTS),
    level: 'must',
    text: 'GET /events answers 200 with a connection that is kept alive, no caching, and the type of an event stream in UTF-8.',
  },
  async ({ target }) => {
    const { head } = await target.listen([await target.auth()]);
    expect(head.status).toBe(200);
    expect(head.header('Connection')).toBe('keep-alive');
    expect(head.header('Cache-Control')).toBe('no-cache');
    expect(head.header('Content-Type')).toBe('text/event-stream;charset=utf-8');
  },
);

requirement(
  'cherrypy.manual-events.retry',
  {
    ...agreed('rest_cherrypy', EVENTS),
    level: 'must',
    text: 'The first line of the stream asks to come again after 400 milliseconds.',
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    expect(await stream.until(({ text }) => text.startsWith('retry: 400\n'))).toBe(true);
  },
);

requirement(
  'cherrypy.manual-events.lines',
  {
    ...agreed('rest_cherrypy', `${EVENTS}: the example with awk`),
    level: 'must',
    text: 'A job is told by a line tag: salt/job/<jid>/new and a line of data that has that tag and the job in JSON.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { jid, part } = await localEvents(target);
    const { tag, data } = part('new');
    expect(tag).toBe(`salt/job/${jid}/new`);
    expect(data.tag).toBe(tag);
    expect(data.data).toMatchObject({
      jid,
      tgt_type: 'glob',
      tgt: target.minion,
      fun: 'test.arg',
      minions: [target.minion],
    });
  },
);

requirement(
  'cherrypy.manual-events.token-in-path',
  {
    ...parted(
      'rest_cherrypy',
      `${EVENTS}: GET(token=None)`,
      'cherrypy.events-requests.path-segment',
    ),
    level: 'should',
    text: 'In salt-api 0.8.4 /events takes a token in its path.',
    needs: ['own login'],
  },
  async ({ target }) => {
    const { head } = await target.listen([], `/events/${await target.freshSession()}`);
    expect(head.status).toBe(200);
  },
);

requirement(
  'cherrypy.manual-events.token-in-query',
  {
    ...parted(
      'rest_cherrypy',
      `${EVENTS}: GET(token=None)`,
      'cherrypy.events-requests.query-refused',
    ),
    level: 'should',
    text: 'In salt-api 0.8.4 /events takes a token in its query.',
    needs: ['own login'],
  },
  async ({ target }) => {
    const { head } = await target.listen([], `/events?token=${await target.freshSession()}`);
    expect(head.status).toBe(200);
  },
);

requirement(
  'cherrypy.manual-events.stamp',
  {
    ...parted('rest_cherrypy', `${EVENTS}: the example with awk`, 'cherrypy.events-stream.stamp'),
    level: 'may',
    text: 'In salt-api 0.8.4 the stamp of an event has an underscore between day and time.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { part } = await localEvents(target);
    expect(part('new').data.data['_stamp']).toMatch(/^\d{4}-\d\d-\d\d_\d\d:\d\d:\d\d\.\d{6}$/);
  },
);
