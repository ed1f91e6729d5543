import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { listen, type Listener } from '../properties/listener.ts';
import { logIn } from '../properties/session.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

/** Listens to a simulator whose minion has these beacons. */
async function withBeacons(
  beacons: object,
  trial: (simulator: Simulator, events: () => Promise<string[]>) => Promise<void>,
): Promise<void> {
  const fleet = { minions: { web1: { beacons } }, users: { saltdev: { password: 'saltdev' } } };
  const simulator = await startSimulator({ fleet });
  let listener: Listener | undefined;
  try {
    listener = await listen(simulator.url, await logIn(simulator.url));
    const open = listener;
    const events = async (): Promise<string[]> => {
      simulator.events.fire('done');
      return (await open.until('done')).filter((event) => event.startsWith('tag: salt/beacon/'));
    };
    await trial(simulator, events);
  } finally {
    listener?.close();
    await simulator.close();
  }
}

test('a beacon looks when its interval is over, and tells of what it sees each time', async () => {
  await withBeacons(
    { status: [{ time: ['all'] }, { interval: 60 }] },
    async (simulator, events) => {
      await simulator.clock.advance({ minutes: 5, seconds: 30 });
      const seen = await events();
      expect(seen).toHaveLength(5);
      for (const event of seen)
        expect(event).toMatch(/^tag: salt\/beacon\/web1\/status\/2026-01-02T/);
    },
  );
});

test('onchangeonly tells of a service when it stops, and when it starts', async () => {
  const beacons = { service: [{ services: { cron: { onchangeonly: true } } }] };
  await withBeacons(beacons, async (simulator, events) => {
    const minute = () => simulator.clock.advance({ minutes: 1 });
    await minute();
    await runAsSaltdev(simulator, { tgt: 'web1', fun: 'service.stop', arg: ['cron'] });
    await minute();
    await runAsSaltdev(simulator, { tgt: 'web1', fun: 'service.start', arg: ['cron'] });
    await minute();
    const seen = await events();
    expect(seen.map((event) => /"running": (\w+)/.exec(event)?.[1])).toEqual([
      'true',
      'false',
      'true',
    ]);
  });
});

test('load tells where an average is outside of its limits', async () => {
  const limits = { '1m': [0, 0.05], '5m': [0, 1], '15m': [0, 1] };
  const settings = [{ averages: limits }, { interval: 30 }];
  await withBeacons({ load: settings }, async (simulator, events) => {
    await simulator.clock.advance({ seconds: 70 });
    expect(await events()).toHaveLength(2);
  });
  const within = [{ averages: { ...limits, '1m': [0, 1] } }, { interval: 30 }];
  await withBeacons({ load: within }, async (simulator, events) => {
    await simulator.clock.advance({ minutes: 10 });
    expect(await events()).toEqual([]);
  });
});

test('a beacon that is disabled, or was to run once, is silent', async () => {
  const beacons = {
    enabled: true,
    once: [{ beacon_module: 'service' }, { services: { cron: {} } }, { run_once: true }],
    off: [{ beacon_module: 'service' }, { services: { ssh: {} } }, { enabled: false }],
  };
  await withBeacons(beacons, async (simulator, events) => {
    await simulator.clock.advance({ minutes: 1 });
    const seen = await events();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain('salt/beacon/web1/once/cron');
  });
});
