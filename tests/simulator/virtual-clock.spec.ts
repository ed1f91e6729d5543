import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { virtualClock } from '../../simulator/clock/virtual-clock.ts';

test('time skips ahead to the next awaited instant once everything is waiting', async () => {
  const clock = virtualClock();
  const start = clock.now();
  await clock.timer(3600).passed;
  expect(clock.now() - start).toBeGreaterThanOrEqual(3600 * 1_000_000);
});

test('a wait that begins after another was given up is not cut short while there is work in hand', async () => {
  for (const turnsBefore of [0, 1, 2, 3]) {
    const clock = virtualClock();
    const givenUp = clock.timer(30);
    for (let turns = 0; turns < turnsBefore; turns += 1) await turn();
    givenUp.cancel();
    let isDone = false;
    const timeout = clock.timer(30);
    clock.soon(() => clock.soon(() => void (isDone = true)));
    await timeout.passed;
    expect(isDone, `${turnsBefore} turns after the first`).toBe(true);
  }
});

test('waits pass in the order of their instants, whatever the order they began in', async () => {
  const clock = virtualClock();
  const passed: number[] = [];
  await Promise.all(
    [3, 1, 2].map(async (seconds) => {
      await clock.timer(seconds).passed;
      passed.push(seconds);
    }),
  );
  expect(passed).toEqual([1, 2, 3]);
});
