import type { Parameters } from 'fast-check';

/** The seed that properties start from unless told otherwise: the same examples in every run. */
const SEED = 20_060;

/**
 * How a property is run. `SALTPROOF_SEED` looks for other examples; with the `SALTPROOF_PATH` that
 * a failure prints it starts at the one that failed.
 */
export function replayable<Examples>(
  numRuns: number,
  env: NodeJS.ProcessEnv = process.env,
): Parameters<Examples> {
  const path = env['SALTPROOF_PATH'];
  return {
    numRuns,
    seed: Number(env['SALTPROOF_SEED'] ?? SEED),
    ...(path !== undefined && { path }),
  };
}
