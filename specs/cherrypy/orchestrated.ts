import { expect } from '@playwright/test';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';

/** The results of states that the master ran, which stand under its own id. */
export function resultsOf(answer: unknown): Record<string, unknown> {
  const [id = ''] = keysOf(answer);
  return field(answer, id) as Record<string, unknown>;
}

/** The result of the one state that the master runs. */
export async function single(
  target: Target,
  fun: string,
  name: string,
  kwarg: object,
): Promise<unknown> {
  const arg = [fun, name];
  const answer = await target.authed.runner('state.orchestrate_single', { arg, kwarg });
  const results = resultsOf(answer);
  expect(Object.keys(results)).toEqual([fun.replace('.', `_|-${name}_|-${name}_|-`)]);
  return Object.values(results)[0];
}
