import { expect } from '@playwright/test';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

/** Arguments that ask for an object in place of YAML. */
export const PLAIN = { __kwarg__: true, return_yaml: false };

/** Settings of a beacon of the module load that never comes to tell of anything. */
export function settings(most = 100_000.5): unknown[] {
  const limits = [0.0, most];
  return [
    { averages: { '1m': limits, '5m': limits, '15m': limits } },
    { beacon_module: 'load' },
    { interval: 86_400 },
  ];
}

/** The settings of a beacon as they are listed; undefined where there is none of the name. */
export async function listed(target: Target, name: string): Promise<unknown> {
  return field(await runOnMinion(target, 'beacons.list', [PLAIN]), name);
}

/** Runs a trial with a beacon of its own, and takes it away again. */
export async function withBeacon(
  target: Target,
  trial: (name: string) => Promise<void>,
): Promise<void> {
  const name = target.unique('saltproof');
  try {
    expect(await runOnMinion(target, 'beacons.add', [name, settings()])).toEqual({
      comment: `Added beacon: ${name}.`,
      result: true,
    });
    await trial(name);
  } finally {
    await target.local(target.minion, 'beacons.delete', name);
  }
}
