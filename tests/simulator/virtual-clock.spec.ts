import { expect, test } from '@playwright/test';
import { virtualClock } from '../../simulator/clock/virtual-clock.ts';

function turnOfTheEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('time skips to what is awaited once nothing else is to be done', async () => {
  const clock = virtualClock();
  const before = clock.now();
  await clock.timer(300).passed;
  expect(clock.now() - before).toBeGreaterThanOrEqual(300_000_000);
});

test('time does not skip for one who has just begun to wait, because another has waited before', async () => {
  const clock = virtualClock();
  clock.timer(300).cancel();
  clock.timer(300).cancel();
  await turnOfTheEventLoop();
  await turnOfTheEventLoop();
  const timer = clock.timer(300);
  const work = turnOfTheEventLoop().then(turnOfTheEventLoop);
  const first = await Promise.race([work.then(() => 'work'), timer.passed.then(() => 'time')]);
  timer.cancel();
  expect(first).toBe('work');
});
