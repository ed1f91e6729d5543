import { NotVerified } from '../not-verified.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

/** Asks the target's minion for a function. */
export type Ask = (fun: string, ...arg: readonly unknown[]) => Promise<unknown>;

/** A keyword argument, or several, of a function that is asked for. */
export function named(keywords: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { __kwarg__: true, ...keywords };
}

/**
 * Runs a trial with a directory of its own on the target's minion, and takes it away again with all
 * that is in it.
 *
 * @throws NotVerified where the minion makes none, as one that is no Unix machine
 */
export async function withDirectory(
  target: Target,
  trial: (directory: string, ask: Ask) => Promise<void>,
): Promise<void> {
  const directory = `/tmp/${target.unique('saltproof')}`;
  const ask: Ask = (fun, ...arg) => runOnMinion(target, fun, arg);
  try {
    if ((await ask('file.mkdir', directory)) !== true)
      throw new NotVerified('needs a minion that may write to /tmp');
    await trial(directory, ask);
  } finally {
    await target.local(target.minion, 'file.remove', directory);
  }
}

/** What a minion answers where a function raises an exception that Salt has no word of its own for. */
export function traceback(lastLine: string): RegExp {
  const escaped = lastLine.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^The minion function caused an exception: Traceback [^]*\\n${escaped}\\n$`);
}
