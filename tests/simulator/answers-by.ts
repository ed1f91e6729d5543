import { expect } from '@playwright/test';
import { startSimulator, type AnswerRule, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev, type Chunk } from './run-as-saltdev.ts';

/** What stands for a minion that did not return. */
export const SILENT: unknown = expect.stringContaining('Minion did not return. [No response]');

/** A fleet of three minions that answer by these rules. */
export function fleetWith(answers: readonly AnswerRule[]) {
  return {
    minions: { web1: {}, web2: {}, db1: {} },
    users: { saltdev: { password: 'saltdev' } },
    answers,
  };
}

/** Uses a simulator that ends with the use. */
export async function withFleet<T>(
  fleet: object,
  use: (simulator: Simulator) => Promise<T>,
  clock: 'virtual' | 'wall' = 'virtual',
): Promise<T> {
  const simulator = await startSimulator({ fleet, clock });
  try {
    return await use(simulator);
  } finally {
    await simulator.close();
  }
}

/** What a simulator with these rules answers to one call after the other, sent to all minions unless they say otherwise. */
export async function answersBy(
  rules: readonly AnswerRule[],
  ...calls: readonly Chunk[]
): Promise<unknown[]> {
  return withFleet(fleetWith(rules), async (simulator) => {
    const given: unknown[] = [];
    for (const call of calls) given.push(await runAsSaltdev(simulator, { tgt: '*', ...call }));
    return given;
  });
}
