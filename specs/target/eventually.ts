import { setTimeout as delay } from 'node:timers/promises';

/** How often a question is asked again, and the milliseconds between. */
const TRIES = 20;
const PAUSE = 250;

/** Asks until the answer is the one waited for, for five seconds at most, and gives the last answer. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isIt: (answer: Answer) => boolean,
): Promise<Answer> {
  let answer = await ask();
  for (let tries = 1; tries < TRIES && !isIt(answer); tries++) {
    await delay(PAUSE);
    answer = await ask();
  }
  return answer;
}
