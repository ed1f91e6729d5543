import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';
import { listen } from '../properties/listener.ts';
import { logIn } from '../properties/session.ts';

/** More than the simulator and both ends of a loopback connection hold together, in large events. */
const EVENTS = 240;
const PAYLOAD = 'x'.repeat(128 * 1024);

test('a listener that stops reading is dropped, and the others lose nothing', async () => {
  const simulator = await startSimulator();
  const token = await logIn(simulator.url);
  const [slow, fast] = [await listen(simulator.url, token), await listen(simulator.url, token)];
  try {
    slow.pause();
    for (let number = 1; number <= EVENTS; number += 1) {
      simulator.events.fire(`large/${number}`, { PAYLOAD });
      if (number % 10 === 0) await fast.until(`large/${number}`);
    }
    const heard = await fast.until(`large/${EVENTS}`);
    const tags = heard.map((event) => event.split('\n')[0]);
    expect(tags).toEqual(Array.from({ length: EVENTS }, (_, at) => `tag: large/${at + 1}`));
    expect(await slow.rest()).toBeLessThan(EVENTS);
  } finally {
    slow.close();
    fast.close();
    await simulator.close();
  }
});
