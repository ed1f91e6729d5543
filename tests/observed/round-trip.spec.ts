import { expect, test } from '@playwright/test';
import { observe } from '../../oracle/observed/normalise/observe.ts';
import type { Observed } from '../../oracle/observed/observed.ts';
import { replay } from '../../oracle/observed/replay/replay.ts';
import { replayRelease } from '../../oracle/observed/replay/replay-release.ts';
import { FLEET, MASTER_CONFIG } from '../../oracle/fixture.ts';
import { get, probe, run, type Probe } from '../../oracle/probes/probe.ts';
import { PROBES } from '../../oracle/probes/probes.ts';
import { startSimulator } from '../../simulator/index.ts';

const RELEASE = '3008.3';

/** What a simulator answers a probe, recorded and normalised as if it were real Salt. */
async function observedOnSimulator(asked: Probe): Promise<Observed> {
  const simulator = await startSimulator({
    config: MASTER_CONFIG,
    fleet: FLEET,
    salt: RELEASE,
    clock: 'wall',
    seed: 7,
    port: 0,
  });
  try {
    const target = { url: simulator.url, now: Date.now(), advance: () => Promise.resolve() };
    const { recorded } = await replay(asked, target);
    const recording = { order: 0, requirement: asked.id, steps: recorded };
    const facts = { target: simulator.url, runId: 'no names', lives: 'normal' } as const;
    return observe(recording, facts, new Map());
  } finally {
    await simulator.close();
  }
}

function probeOf(id: string): Probe {
  const found = PROBES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no probe ${id}`);
  return found;
}

const IDS = ['probe.login.form', 'probe.logout.twice', 'probe.jobs.lookup', 'probe.raw.http-1.0'];

for (const id of [...IDS, 'probe.events.local-two-minions', 'probe.events.runner'])
  test(`${id} of one simulator is equal to that of another, with other tokens and another time`, async () => {
    const observed = await observedOnSimulator(probeOf(id));
    expect(observed.steps.length).toBeGreaterThanOrEqual(probeOf(id).steps.length);
    const compared = await replayRelease(RELEASE, [observed]);
    expect(compared.filter(({ difference }) => difference !== undefined)).toEqual([]);
    expect(compared.length).toBeGreaterThan(0);
  });

test('an observation that was tampered with is not', async () => {
  const observed = await observedOnSimulator(
    probe('a', 'saltdev', run({ client: 'runner', fun: 'test.arg' }), get('/login')),
  );
  const tampered = JSON.parse(
    JSON.stringify(observed).replace('Please log in', 'Please log out'),
  ) as Observed;
  const [first, second, third] = await replayRelease(RELEASE, [tampered]);
  expect([first?.difference, second?.difference]).toEqual([undefined, undefined]);
  expect(third?.difference).toContain('Please log ');
});
