import type { RequirementResult } from './result.ts';

const BY_OPTION = 'left out by --';

/** The cause of a requirement that belongs to another part of a sharded run. */
export const OTHER_SHARD = 'belongs to another shard';

/** The cause of a requirement that an option of the run leaves out: `only`, `level must`. */
export function leftOutBy(option: string): string {
  return BY_OPTION + option;
}

/** Whether the run never meant to try a requirement: nobody is left in doubt about it then. */
export function wasLeftOut({ outcome, cause = '' }: RequirementResult): boolean {
  return outcome === 'not verified' && (cause.startsWith(BY_OPTION) || cause === OTHER_SHARD);
}
