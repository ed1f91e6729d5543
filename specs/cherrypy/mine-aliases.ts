import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

/** Runs a trial with names of its own in the mine of the target's minion, and takes them out again. */
export async function withAliases(
  target: Target,
  trial: (alias: string, other: string) => Promise<void>,
): Promise<void> {
  const aliases = [target.unique('saltproof'), target.unique('saltproof')] as const;
  try {
    await trial(...aliases);
  } finally {
    for (const alias of aliases) await target.local(target.minion, 'mine.delete', alias);
  }
}

/** Sends what test.echo answers to the mine, under an alias. */
export function echo(target: Target, alias: string, value: string, rule = {}): Promise<unknown> {
  const keywords = { __kwarg__: true, mine_function: 'test.echo', ...rule };
  return runOnMinion(target, 'mine.send', [alias, value, keywords]);
}
