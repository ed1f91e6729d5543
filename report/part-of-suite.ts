import { OTHER_SHARD, wasLeftOut } from './left-out.ts';
import type { RequirementResult, RunResult } from './result.ts';

/** How much of the suite was run, where options left requirements out of it. */
export interface PartOfSuite {
  readonly run: number;
  readonly all: number;
  /** The options, as they are typed. */
  readonly options: readonly string[];
}

/** How much was run of what there is; undefined where nothing was left out. */
export function partOf(requirements: readonly RequirementResult[]): PartOfSuite | undefined {
  const leftOut = requirements.filter(wasLeftOut);
  if (leftOut.length === 0) return undefined;
  const run = requirements.filter(
    ({ outcome }) => outcome !== 'not applicable' && outcome !== 'not verified',
  );
  const options = new Set(leftOut.map(({ cause = '' }) => optionIn(cause)));
  return { run: run.length, all: requirements.length, options: [...options].toSorted() };
}

/** The verdict in words; one on a part of the suite says so: `conformant in what was run: 9 of 836 (--only)`. */
export function verdictWords({
  verdict,
  requirements,
}: Pick<RunResult, 'verdict' | 'requirements'>): string {
  const part = partOf(requirements);
  if (part === undefined) return verdict;
  const { run, all, options } = part;
  return `${verdict} in what was run: ${run} of ${all} (${options.join(', ')})`;
}

function optionIn(cause: string): string {
  return cause === OTHER_SHARD ? '--shard' : (/--[a-z]+/.exec(cause)?.[0] ?? cause);
}
