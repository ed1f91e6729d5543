import type { Target } from '../target/target.ts';
import { CHANGED, resultOf, runHigh, type StateArguments } from './run-states.ts';

/** A condition that holds. */
export const YES = { fun: 'test.true' };

/** A condition that does not hold. */
export const NO = { fun: 'test.false' };

/** A condition on a part of what test.echo answers. */
export function inEcho(get_return: string): unknown[] {
  return [{ fun: 'test.echo', args: [{ a: { b: 1 } }], get_return }];
}

/** The result of a state that says it changes something, and has this condition. */
export async function under(
  target: Target,
  condition: Readonly<Record<string, unknown>>,
  state = CHANGED,
): Promise<ReturnType<typeof resultOf>> {
  const args: StateArguments = [
    state,
    ...Object.entries(condition).map(([key, value]) => ({ [key]: value })),
  ];
  const { states } = await runHigh(target, { x: args });
  return resultOf(states, 'x');
}

/** What stands for the result of a state that its conditions did not let be called. */
export function notCalled(comment: string): Record<string, unknown> {
  return { result: true, changes: {}, comment, skip_watch: true };
}

/** What a state that is called comes to. */
export const CALLED = { result: true, comment: 'Success!' };
