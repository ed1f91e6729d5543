import type { Access } from '../accounts/access.ts';

/** What a master is asked to match: an expression and its type. */
export interface TargetExpression {
  readonly tgt: string;
  readonly tgt_type: string;
}

/** Expressions by master id, or one for every master under `*` (raas §6). */
export type Target = Readonly<Record<string, TargetExpression>>;

/** A target that has a name. */
export interface TargetGroup {
  readonly uuid: string;
  name: string;
  desc: string;
  tgt: Target;
  /** Uuids of the pillars that its minions get. */
  pillars: readonly string[];
  readonly access: Access;
}
