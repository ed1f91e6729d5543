import { setTimeout as delay } from 'node:timers/promises';
import type { Daemon } from './daemon.ts';

/** How long real Salt may take until it is ready, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Waits until something holds, for as long as all daemons run.
 *
 * @throws Error with the daemons' last words, where one ends by itself or it takes too long
 */
export async function untilReady(
  daemons: readonly Daemon[],
  isReady: () => boolean | Promise<boolean>,
): Promise<void> {
  for (const start = Date.now(); !(await isReady()); await delay(100)) {
    const ended = daemons.find((daemon) => !daemon.isRunning);
    if (ended !== undefined) throw new Error(`${ended.name} ended by itself:\n${ended.lastWords}`);
    if (Date.now() - start > PATIENCE) throw new Error(comingUpFailed(daemons));
  }
}

function comingUpFailed(daemons: readonly Daemon[]): string {
  const words = daemons.map(({ name, lastWords }) => `${name}: ${lastWords || '(nothing)'}`);
  return `Salt was not ready within ${PATIENCE / 1000} s. What the daemons said:\n${words.join('\n')}`;
}
