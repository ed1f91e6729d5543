import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { StreamedEvent } from '../target/event-stream.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { listed } from './beacon.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'Salt, beacons', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

/** A beacon that is there for a trial, and what is heard of it. */
interface Watching {
  readonly name: string;
  readonly seen: () => StreamedEvent[];
  /** Waits for the first that it tells of. */
  readonly first: () => Promise<StreamedEvent>;
}

/** Runs a trial with a beacon of a module under a name of its own, and takes it away again. */
async function watching(
  target: Target,
  settings: readonly object[],
  trial: (beacon: Watching) => Promise<void>,
): Promise<void> {
  const name = target.unique('saltproof');
  const stream = await target.listen([await target.auth()]);
  const start = `salt/beacon/${target.minion}/${name}/`;
  const isOwn = ({ tag }: StreamedEvent): boolean => tag.startsWith(start);
  try {
    expect(await runOnMinion(target, 'beacons.add', [name, settings])).toMatchObject({
      result: true,
    });
    await target.passes(3);
    await trial({
      name,
      seen: () => stream.events().filter(isOwn),
      async first() {
        const event = await stream.event(isOwn);
        expect(event, `an event of the beacon ${name}`).toBeDefined();
        return event as StreamedEvent;
      },
    });
  } finally {
    await target.local(target.minion, 'beacons.delete', name);
  }
}

const service = (name: string, options = {}) => [
  { services: { [name]: options } },
  { beacon_module: 'service' },
  { interval: 1 },
];

requirement(
  'cherrypy.beacon-events.service',
  {
    level: 'must',
    text: 'The beacon service tells whether a service runs, each time that its interval is over: salt/beacon/<id>/<beacon>/<service>.',
    source,
    needs,
  },
  ({ target }) => {
    const nobody = target.unique('nonesuch');
    return watching(target, service(nobody), async ({ name, seen, first }) => {
      const { tag, data } = await first();
      expect(tag).toBe(`salt/beacon/${target.minion}/${name}/${nobody}`);
      expect(data.data).toEqual({
        [nobody]: { running: false },
        service_name: nobody,
        id: target.minion,
        _stamp: expect.any(String) as unknown,
      });
      expect(Object.keys(data.data).join(' ')).toBe(`${nobody} service_name id _stamp`);
      await target.passes(3);
      expect(seen().length).toBeGreaterThan(1);
    });
  },
);

requirement(
  'cherrypy.beacon-events.on-change',
  {
    level: 'should',
    text: 'With onchangeonly the beacon service tells of a service once, and then when that changes.',
    source,
    needs,
  },
  async ({ target }) => {
    const nobody = target.unique('nonesuch');
    const once = service(nobody, { onchangeonly: true });
    await watching(target, once, async ({ seen, first }) => {
      await first();
      await target.passes(3);
      expect(seen()).toHaveLength(1);
    });
  },
);

requirement(
  'cherrypy.beacon-events.running-state',
  {
    level: 'should',
    text: 'Since 3008 the beacon service leaves out services that do not run where is_running_state asks for those that do.',
    source: { ...source, observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const running = service(target.unique('nonesuch'), { is_running_state: true });
    await watching(target, running, async ({ seen }) => {
      await target.passes(2);
      expect(seen()).toEqual([]);
    });
    const stopped = service(target.unique('nonesuch'), { is_running_state: false });
    await watching(target, stopped, async ({ first }) => void (await first()));
  },
);

requirement(
  'cherrypy.beacon-events.load',
  {
    level: 'should',
    text: 'The beacon load tells of all three averages where one is outside of its limits.',
    source,
    needs,
  },
  ({ target }) => {
    const averages = { '1m': [100_000, 200_000], '5m': [0, 100_000], '15m': [0, 100_000] };
    const settings = [{ averages }, { beacon_module: 'load' }, { interval: 1 }];
    return watching(target, settings, async ({ name, first }) => {
      const { tag, data } = await first();
      expect(tag).toBe(`salt/beacon/${target.minion}/${name}/`);
      expect(Object.keys(data.data).join(' ')).toBe('1m 5m 15m id _stamp');
    });
  },
);

requirement(
  'cherrypy.beacon-events.run-once',
  {
    level: 'should',
    text: 'A beacon that is to run once is disabled when it has.',
    source,
    needs,
  },
  ({ target }) => {
    const settings = [...service(target.unique('nonesuch')), { run_once: true }];
    return watching(target, settings, async ({ name, seen, first }) => {
      await first();
      await target.passes(3);
      expect(seen()).toHaveLength(1);
      expect(await listed(target, name)).toEqual([...settings, { enabled: false }]);
    });
  },
);

requirement(
  'cherrypy.beacon-events.broken',
  {
    level: 'may',
    text: 'A beacon that breaks when it looks fires an event that holds nothing but its stamp: status does so under a name that is not its own.',
    source: observed,
    needs,
  },
  ({ target }) => {
    const settings = [{ time: ['all'] }, { beacon_module: 'status' }, { interval: 1 }];
    return watching(target, settings, async ({ name, first }) => {
      const { tag, data } = await first();
      expect(tag).toBe(`salt/beacon/${target.minion}/${name}/`);
      expect(Object.keys(data.data)).toEqual(['_stamp']);
    });
  },
);

requirement(
  'cherrypy.beacon-events.disabled',
  {
    level: 'should',
    text: 'A beacon that is disabled tells of nothing.',
    source,
    needs,
  },
  ({ target }) => {
    const settings = [...service(target.unique('nonesuch')), { enabled: false }];
    return watching(target, settings, async ({ seen }) => {
      await target.passes(3);
      expect(seen()).toEqual([]);
    });
  },
);

requirement(
  'cherrypy.beacon-events.invalid',
  {
    level: 'should',
    text: 'beacons.add refuses settings that lack what the beacon must have.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const [module, text] of [
      ['load', 'Averages configuration is required for load beacon.'],
      ['service', 'Configuration for service beacon requires services.'],
    ] as const) {
      const name = target.unique('saltproof');
      const settings = [{ beacon_module: module }, { interval: 1 }];
      const added = await runOnMinion(target, 'beacons.add', [name, settings]);
      await target.local(target.minion, 'beacons.delete', name);
      expect(field(added, 'result')).toBe(false);
      const comment = `Beacon ${name} configuration invalid, not adding.\n${text}`;
      expect(field(added, 'comment')).toBe(comment);
    }
  },
);
