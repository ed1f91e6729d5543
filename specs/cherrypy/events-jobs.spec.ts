import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { callEvents, jidOf, localEvents, says } from '../target/call-events.ts';
import { field } from '../target/return-of.ts';

const source = { documented: 'Salt, event bus: job events', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const UP_TO_3007 = ['3006.28', '3007.15'];
const FROM_3007 = ['3007.15', '3008.3'];
const minion = ['minion'] as const;

requirement(
  'cherrypy.events-jobs.new',
  {
    level: 'must',
    text: 'A local call fires salt/job/<jid>/new with all that was asked.',
    source,
    needs: minion,
  },
  async ({ target }) => {
    const { jid, part } = await localEvents(target);
    const { data } = target.shape(part('new'), 'event-job-new');
    expect(data.jid).toBe(jid);
    expect(data).toMatchObject({ tgt: target.minion, tgt_type: 'glob', fun: 'test.arg' });
    expect(data.minions).toEqual([target.minion]);
    expect(data.missing).toEqual([]);
  },
);

requirement(
  'cherrypy.events-jobs.new-key-order',
  {
    level: 'should',
    text: 'The data of a new event has its keys in the order of the publish.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const { part } = await localEvents(target);
    expect(Object.keys(part('new').data.data).join(' ')).toBe(
      'jid tgt_type tgt user fun arg minions missing _stamp',
    );
  },
);

requirement(
  'cherrypy.events-jobs.order',
  {
    level: 'must',
    text: 'The new event of a job comes before what minions return.',
    source,
    needs: minion,
  },
  async ({ target }) => {
    const { parts } = await localEvents(target);
    const known = parts.filter((part) => part === 'new' || part.startsWith('ret/'));
    expect(known).toEqual(['new', `ret/${target.minion}`]);
  },
);

for (const [line, parts, bounds] of [
  ['3006', ['', 'new'], { until: '3006' }],
  ['3007', ['', 'new', 'publish'], { since: '3007', until: '3007' }],
  ['3008', ['new', 'publish'], { since: '3008' }],
] as const) {
  requirement(
    `cherrypy.events-jobs.sequence-${line}`,
    {
      level: 'may',
      text: `The events of a job on ${line} are ${parts.map((part) => part || 'the bare jid').join(', ')} and ret, and no others.`,
      source: { observed: EVERY_LINE.filter((version) => version.startsWith(line)) },
      needs: minion,
      ...bounds,
    },
    async ({ target }) => {
      expect((await localEvents(target)).parts).toEqual([...parts, `ret/${target.minion}`]);
    },
  );
}

requirement(
  'cherrypy.events-jobs.publish',
  {
    level: 'should',
    text: 'What goes out to the minions is an event too: salt/job/<jid>/publish, after new.',
    source: { observed: FROM_3007 },
    since: '3007',
    needs: minion,
  },
  async ({ target }) => {
    const { jid, part, parts } = await localEvents(target, { metadata: { by: 'saltproof' } });
    const { data } = target.shape(part('publish'), 'event-job-publish');
    expect(data).toMatchObject({ jid, fun: 'test.arg', ret: '', metadata: { by: 'saltproof' } });
    expect(Object.keys(data).join(' ')).toBe('fun arg tgt jid ret tgt_type metadata user _stamp');
    expect(parts.indexOf('publish')).toBe(parts.indexOf('new') + 1);
  },
);

requirement(
  'cherrypy.events-jobs.bare-jid',
  {
    level: 'should',
    text: 'Up to 3007 a job begins with an event tagged with its bare jid that names the minions.',
    source: { observed: UP_TO_3007 },
    until: '3007',
    needs: minion,
  },
  async ({ target }) => {
    const { jid, part, parts } = await localEvents(target);
    expect(parts[0]).toBe('');
    const { data, tag } = target.shape(part(''), 'event-job-minions');
    expect(tag).toBe(jid);
    expect(data.minions).toEqual([target.minion]);
  },
);

for (const [name, stamp, bounds, lines] of [
  ['naive', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$/, { until: '3007' }, UP_TO_3007],
  ['with-zone', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00$/, { since: '3008' }, ['3008.3']],
] as const) {
  requirement(
    `cherrypy.events-jobs.stamp-${name}`,
    {
      level: 'should',
      text:
        name === 'naive'
          ? 'Up to 3007 the stamp of an event is UTC without saying so.'
          : 'From 3008 on the stamp of an event ends with +00:00.',
      source: { observed: lines },
      needs: minion,
      ...bounds,
    },
    async ({ target }) => {
      const { events } = await localEvents(target);
      expect(events.length).toBeGreaterThan(1);
      for (const { data } of events) expect(data.data['_stamp']).toMatch(stamp);
    },
  );
}

requirement(
  'cherrypy.events-jobs.async',
  {
    level: 'must',
    text: 'The jid that local_async answers is that of the events, and so are its minions.',
    source: { ...source, client: ['SaltGUI'] },
    needs: minion,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    const job = await target.authed.run({
      client: 'local_async',
      tgt: target.minion,
      fun: 'test.ping',
    });
    const jid = String(field(job, 'jid'));
    const { part } = await callEvents(stream, jid, [`ret/${target.minion}`]);
    expect(target.shape(part('new'), 'event-job-new').data.minions).toEqual(field(job, 'minions'));
    expect(target.shape(part(`ret/${target.minion}`), 'event-job-ret').data.return).toBe(true);
  },
);

requirement(
  'cherrypy.events-jobs.missing',
  {
    level: 'should',
    text: 'Ids of a list target that no minion has are missing in the new event, and not among its minions.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    const { part } = await localEvents(target, { tgt: [target.minion, nobody], tgt_type: 'list' });
    const { data } = target.shape(part('new'), 'event-job-new');
    expect(data.minions).toEqual([target.minion]);
    expect(data.missing).toEqual([nobody]);
  },
);

requirement(
  'cherrypy.events-jobs.nobody',
  {
    level: 'should',
    text: 'A target that nobody matches puts nothing on the bus.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    const stream = await target.listen([await target.auth()]);
    await target.local(nobody, 'test.ping');
    const { jid } = await localEvents(target);
    await stream.event(({ tag }) => tag.includes(jid) && tag.includes('/ret/'));
    expect(stream.events().filter((event) => says(event, nobody))).toEqual([]);
  },
);

requirement(
  'cherrypy.events-jobs.refused',
  {
    level: 'may',
    text: 'A refused publish fires salt/job/error with the whole load, the caller’s token included.',
    source: observed,
    needs: ['minion', 'limited user'],
  },
  async ({ target }) => {
    const word = target.unique('word');
    const stream = await target.listen([await target.auth()]);
    const chunk = { client: 'local', tgt: target.minion, fun: 'grains.get', arg: [word] };
    const { status } = await target.limited.lowstate(chunk);
    if (status !== 401) throw new NotVerified('needs a user who may not call grains.get');
    const event = await stream.event((seen) => says(seen, word));
    expect(event).toBeDefined();
    if (event === undefined) return;
    const { data, tag } = target.shape(event, 'event-job-error');
    expect(tag).toBe('salt/job/error');
    expect(data.error).toEqual({
      name: 'AuthorizationError',
      message: 'Authorization error occurred.',
    });
    expect(data.kwargs['token']).toMatch(/^[0-9a-f]+$/);
  },
);

requirement(
  'cherrypy.events-jobs.find-job',
  {
    level: 'should',
    text: 'While a caller waits for a silent minion, the master asks it by saltutil.find_job, which is a job of its own.',
    source: observed,
    needs: ['down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const word = target.unique('word');
    const stream = await target.listen([await target.auth()]);
    await target.local(down, 'test.echo', word);
    const job = await stream.event((event) => event.tag.endsWith('/new') && says(event, word));
    const jid = jidOf(job);
    const question = await stream.event(
      (event) => event.data.data['fun'] === 'saltutil.find_job' && says(event, jid),
    );
    expect(question?.data.data).toMatchObject({ arg: [jid], tgt: [down], tgt_type: 'list' });
  },
);
