import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { localEvents } from '../target/call-events.ts';

const source = { documented: 'Salt, event bus: job events', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const minion = ['minion'] as const;

requirement(
  'cherrypy.events-returns.return',
  {
    level: 'must',
    text: 'A minion that returns fires salt/job/<jid>/ret/<id> with its return.',
    source,
    needs: minion,
  },
  async ({ target }) => {
    const { jid, part } = await localEvents(target, { fun: 'test.echo' });
    const { data } = target.shape(part(`ret/${target.minion}`), 'event-job-ret');
    expect(data).toMatchObject({
      jid,
      id: target.minion,
      success: true,
      retcode: 0,
      fun: 'test.echo',
    });
    expect(data.fun_args).toEqual([data.return]);
  },
);

requirement(
  'cherrypy.events-returns.key-order',
  {
    level: 'should',
    text: 'The data of a ret event has its keys in the order of the minion, and the minion’s seconds after the master’s stamp.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const { part } = await localEvents(target, { fun: 'test.echo' });
    expect(Object.keys(part(`ret/${target.minion}`).data.data).join(' ')).toBe(
      'cmd id success return retcode jid fun fun_args user _stamp ts',
    );
  },
);

requirement(
  'cherrypy.events-returns.once',
  {
    level: 'must',
    text: 'Each targeted minion returns exactly once, under its own id.',
    source,
    needs: ['two minions'],
  },
  async ({ target }) => {
    const ids = target.fleet.up.slice(0, 2);
    const { parts } = await localEvents(target, { tgt: ids, tgt_type: 'list' }, ids);
    const returned = parts.filter((part) => part.startsWith('ret/'));
    expect(returned.toSorted()).toEqual(ids.map((id) => `ret/${id}`));
  },
);

requirement(
  'cherrypy.events-returns.metadata',
  {
    level: 'should',
    text: 'The metadata of a call comes back in the ret event, and is not in the new event.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const { part } = await localEvents(target, { metadata: { by: 'saltproof' } });
    expect(part('new').data.data['metadata']).toBeUndefined();
    expect(part(`ret/${target.minion}`).data.data['metadata']).toEqual({ by: 'saltproof' });
  },
);

requirement(
  'cherrypy.events-returns.failed',
  {
    level: 'should',
    text: 'The ret event of a function that failed says so: success false, retcode 1, and "out" before the retcode.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const { part } = await localEvents(target, { fun: 'test.echo', arg: ['one too many'] });
    const { data } = target.shape(part(`ret/${target.minion}`), 'event-job-ret');
    expect(data).toMatchObject({ success: false, retcode: 1, out: 'nested' });
    expect(Object.keys(data).slice(0, 6).join(' ')).toBe('cmd id success return out retcode');
  },
);

requirement(
  'cherrypy.events-returns.salt-error',
  {
    level: 'should',
    text: 'A function that raises what Salt has no word for also fires _salt_error, which does not tell what it was.',
    source: observed,
    needs: minion,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    await target.local(target.minion, 'test.exception', 'on purpose');
    const event = await stream.event(
      ({ tag, data }) => tag === '_salt_error' && data.data['id'] === target.minion,
    );
    expect(event).toBeDefined();
    if (event !== undefined) {
      target.shape(event, 'event-salt-error');
      expect(Object.keys(event.data.data).join(' ')).toBe('id cmd pretag data tag ts _stamp');
    }
  },
);
