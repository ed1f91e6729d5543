import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { StreamedEvent } from '../target/event-stream.ts';
import type { Target } from '../target/target.ts';

const needs = ['wheel', 'writes'] as const;

/** The salt/key events of a key that is made, rejected, accepted and deleted again. */
async function keyEvents(target: Target): Promise<StreamedEvent[]> {
  const id = target.unique('key');
  const stream = await target.listen([await target.auth()]);
  await target.authed.wheel('key.gen_accept', { id_: id });
  try {
    await target.authed.wheel('key.reject', { match: id, include_accepted: true });
    await target.authed.wheel('key.accept', { match: id, include_rejected: true });
  } finally {
    await target.authed.wheel('key.delete', { match: id });
  }
  const isOwn = ({ tag, data }: StreamedEvent): boolean =>
    tag === 'salt/key' && data.data['id'] === id;
  await stream.event((event) => isOwn(event) && event.data.data['act'] === 'delete');
  return stream.events().filter(isOwn);
}

for (const [name, acts, bounds, lines] of [
  ['until-3007', ['reject', 'accept', 'delete'], { until: '3007' }, ['3006.28', '3007.15']],
  ['since-3008', ['rejected', 'accepted', 'delete'], { since: '3008' }, ['3008.3']],
] as const) {
  requirement(
    `cherrypy.events-keys.acts-${name}`,
    {
      level: 'should',
      text: `A key that is rejected, accepted and deleted fires salt/key with ${acts.join(', ')}; one that is made fires nothing.`,
      source: { observed: lines },
      needs,
      ...bounds,
    },
    async ({ target }) => {
      const events = await keyEvents(target);
      const seen = events.map((event) => target.shape(event, 'event-key').data.act);
      expect(seen).toEqual(acts);
    },
  );
}

requirement(
  'cherrypy.events-keys.key-order',
  {
    level: 'should',
    text: 'The data of a salt/key event is result, act and id, then the public key where it is told, and the stamp.',
    source: { observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const events = await keyEvents(target);
    expect(events).toHaveLength(3);
    for (const event of events) {
      const keys = Object.keys(event.data.data).filter((key) => key !== 'pub');
      expect(keys.join(' ')).toBe('result act id _stamp');
      const pub = Object.keys(event.data.data).indexOf('pub');
      expect([-1, 3]).toContain(pub);
    }
  },
);

requirement(
  'cherrypy.events-keys.pub',
  {
    level: 'should',
    text: 'From 3008 on salt/key carries the public key of what was rejected or accepted, and not of what was deleted.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const events = await keyEvents(target);
    const pubs = events.map(({ data }) => String(data.data['pub']).split('\n')[0]);
    expect(pubs).toEqual(['-----BEGIN PUBLIC KEY-----', '-----BEGIN PUBLIC KEY-----', 'undefined']);
  },
);
