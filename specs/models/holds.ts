import * as fc from 'fast-check';
import type { Target } from '../target/target.ts';

/** How often a property is tried: often on a simulator, whose clock can be told, seldom on a real server. */
export interface Effort {
  readonly simulator: number;
  readonly server: number;
}

/**
 * Tries a property on a target, with the run's seed.
 *
 * @throws what the property throws for its smallest counterexample, with how to see it again
 */
export async function holds<Values>(
  target: Target,
  property: fc.IAsyncProperty<Values>,
  effort: Effort,
): Promise<void> {
  const { seed } = target.options;
  const numRuns = target.has('tellable clock') ? effort.simulator : effort.server;
  const details = await fc.check(property, { seed, numRuns });
  if (!details.failed) return;
  const { errorInstance, counterexample, counterexamplePath } = details;
  const error = errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
  const example = fc.stringify(counterexample);
  error.message = `${error.message}\nSeen with --seed ${seed} (path ${counterexamplePath}): ${example}`;
  throw error;
}
