import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';
import { listen } from '../properties/listener.ts';
import { logIn } from '../properties/session.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

const PING = { client: 'local', tgt: 'new1', fun: 'test.ping' };

/** The tags that tell of a minion that starts. */
const STARTS = {
  '3007': ['salt/auth', 'minion/refresh/new1', 'minion_start', 'salt/minion/new1/start'],
  '3008': [
    'salt/auth',
    'minion/refresh/new1',
    'minion_start',
    'resource/refresh/new1',
    'salt/minion/new1/start',
  ],
} as const;

for (const [salt, tags] of Object.entries(STARTS))
  test(`a new minion that is accepted on ${salt} starts ten seconds later, and answers`, async () => {
    const simulator = await startSimulator({ salt });
    const listener = await listen(simulator.url, await logIn(simulator.url));
    try {
      expect(await runAsSaltdev(simulator, PING)).toEqual({});
      await runAsSaltdev(simulator, { client: 'wheel', fun: 'key.accept', match: 'new1' });
      await simulator.clock.advance({ seconds: 10 });
      const events = await listener.until('salt/minion/new1/start');
      const seen = events.filter((event) => /^tag: (?:salt\/auth|.*new1|minion_start)/.test(event));
      expect(seen.map((event) => event.slice('tag: '.length, event.indexOf('\n')))).toEqual(tags);
      expect(events.at(-1)).toContain('"data": "Minion new1 started at Fri Jan  2 03:04:15 2026"');
      expect(await runAsSaltdev(simulator, PING)).toEqual({ new1: true });
    } finally {
      listener.close();
      await simulator.close();
    }
  });

test('a new minion that is down never starts, whatever becomes of its key', async () => {
  const fleet = {
    minions: { new1: { key: 'pending' }, dead1: { key: 'pending', up: false } },
    users: { saltdev: { password: 'saltdev' } },
  } as const;
  const simulator = await startSimulator({ fleet });
  try {
    await runAsSaltdev(simulator, { client: 'wheel', fun: 'key.accept', match: '*1' });
    await simulator.clock.advance({ minutes: 1 });
    expect(await runAsSaltdev(simulator, { ...PING, tgt: '*' })).toEqual({
      new1: true,
      dead1: expect.stringContaining('Minion did not return'),
    });
  } finally {
    await simulator.close();
  }
});
