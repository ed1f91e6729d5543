import { expect } from '@playwright/test';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

/** What schedule.add keeps of a job that was given a function and an interval. */
export const KEPT = { function: 'test.ping', maxrunning: 1, enabled: true, jid_include: true };

/** Runs a function of the schedule module with keyword arguments. */
export function schedule(
  target: Target,
  fun: string,
  name: string,
  keywords = {},
): Promise<unknown> {
  return runOnMinion(target, `schedule.${fun}`, [name, { __kwarg__: true, ...keywords }]);
}

/** A job of the schedule as it is listed; undefined where it is not. */
export async function listed(target: Target, name: string): Promise<unknown> {
  const plain = { __kwarg__: true, return_yaml: false };
  return field(await runOnMinion(target, 'schedule.list', [plain]), name);
}

/** How often a job is taken out of a schedule until the minion answers, which a busy one may not at once. */
const TRIES = 3;

/** Takes a job out of the schedule: one that stayed would run for ever. */
export async function takeOut(target: Target, name: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await target.local(target.minion, 'schedule.delete', name);
    if (field(answer, target.minion, 'comment') !== undefined) return;
  }
}

/** Runs a trial with a job in the schedule that never comes to run, and takes it out again. */
export async function withJob(
  target: Target,
  trial: (name: string) => Promise<void>,
): Promise<void> {
  const name = target.unique('saltproof');
  try {
    const added = await schedule(target, 'add', name, { function: 'test.ping', hours: 24 });
    expect(added).toMatchObject({ result: true });
    await trial(name);
  } finally {
    await takeOut(target, name);
  }
}
