/**
 * The minions that a target names, and the ids of a `list` that nobody has.
 *
 * Targeting happens on the master, from accepted keys and cached grains; whether a minion is up
 * plays no part (salt-core §2).
 */
export interface TargetMatch {
  readonly minions: string[];
  readonly missing: string[];
}
