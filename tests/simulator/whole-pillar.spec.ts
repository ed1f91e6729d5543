import { expect, test } from '@playwright/test';
import { withFleet } from './answers-by.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

test('pillar.get of a key without parts gives the pillar itself, in which nothing is masked', async () => {
  const pillar = { port: 8080, owner: { name: 'ops' } };
  const fleet = { minions: { web1: { pillar } }, users: { saltdev: { password: 'saltdev' } } };
  await withFleet(fleet, async (simulator) => {
    const call = { tgt: 'web1', fun: 'pillar.get' };
    expect(await runAsSaltdev(simulator, { ...call, arg: [{}] })).toEqual({ web1: pillar });
    expect(await runAsSaltdev(simulator, { ...call, arg: ['port'] })).toEqual({
      web1: '**********',
    });
  });
});
