import * as fc from 'fast-check';

/** The minions there are. */
export const IDS = ['web1', 'web2', 'db1'] as const;

/** Minions that a target names. */
export const ids = fc.subarray([...IDS]);
