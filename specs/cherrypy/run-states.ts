import { expect } from '@playwright/test';
import type { StateRun } from '../../schemas/generated/state-run.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

/** The arguments of a state: its function, and dicts of one key each. */
export type StateArguments = readonly (string | Readonly<Record<string, unknown>>)[];

/** What a state run returned: its value, checked for its form where it is a dict, and its retcode. */
export interface Ran {
  readonly states: StateRun;
  readonly retcode: unknown;
}

/** Runs beside others: whoever else has states run on that minion is not disturbed. */
const BESIDE = { concurrent: true } as const;

/** The full return of a function of the state module. */
export async function fullReturn(
  target: Target,
  fun: string,
  arg: readonly unknown[] = [],
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return runOnMinion(target, fun, arg, { kwarg: { ...BESIDE, ...kwarg }, full_return: true });
}

/** What running states comes to, in the order of the reply. */
export async function runStates(
  target: Target,
  fun: string,
  arg: readonly unknown[] = [],
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<Ran> {
  const full = await fullReturn(target, fun, arg, kwarg);
  const states = target.shape({ json: () => field(full, 'ret') }, 'state-run');
  return { states, retcode: field(full, 'retcode') };
}

/** Runs `test` states that the call describes, by their ids: no file on the server takes part. */
export async function runHigh(
  target: Target,
  states: Readonly<Record<string, StateArguments>>,
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<Ran> {
  return runStates(target, 'state.high', [highData(states)], kwarg);
}

/** What is said of states that do not run, since they are described wrong. */
export async function complaints(
  target: Target,
  states: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const full = await fullReturn(target, 'state.high', [highData(states)]);
  expect(full).toMatchObject({ retcode: 1 });
  return field(full, 'ret');
}

/** High data of `test` states, as if of a file `specs`; what is no list is taken as it is. */
export function highData(states: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(states).map(([id, body]) => [
      id,
      Array.isArray(body) ? { test: body, __sls__: 'specs', __env__: 'base' } : body,
    ]),
  );
}

/** The result of the state with that id. */
export function resultOf(states: StateRun, id: string): StateRun[string] {
  const found = Object.entries(states).find(([tag]) => tag.split('_|-')[1] === id);
  expect(found, `a result of the state ${id}`).toBeDefined();
  return found?.[1] as StateRun[string];
}

/** The ids of states in the order in which they ran, by their numbers. */
export function orderOf(states: StateRun): (string | undefined)[] {
  return Object.values(states)
    .map(({ __run_num__: place, __id__: id }) => ({ place, id }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** A requisite on `test` states with these ids. */
export function on(requisite: string, ...ids: readonly string[]): Record<string, unknown> {
  return { [requisite]: ids.map((id) => ({ test: id })) };
}

/** A state that is well and changes nothing. */
export const OK = 'succeed_without_changes';

/** A state that is well and says that it has changed something. */
export const CHANGED = 'succeed_with_changes';

/** A state that fails and changes nothing. */
export const FAILED = 'fail_without_changes';
