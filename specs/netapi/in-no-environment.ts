import type { Target } from '../target/target.ts';
import { runOnMinion } from './run-on-minion.ts';

/**
 * Does something with the keyword of an environment that has no pillar. The master keeps what it
 * compiled last for targets by pillar (seen on 3006.28 and 3007.15), so that the minion would be in
 * none of them: it is asked for its own pillar again, whatever came of it.
 */
export async function inNoEnvironment(
  target: Target,
  act: (keyword: { readonly pillarenv: string }) => Promise<void>,
): Promise<void> {
  try {
    await act({ pillarenv: target.unique('env') });
  } finally {
    await runOnMinion(target, 'pillar.items');
  }
}
