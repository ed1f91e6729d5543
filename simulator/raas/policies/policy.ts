import type { Minion } from '../../master/fleet.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';

/** What policies of compliance and of vulnerabilities have in common (raas §7, sec and vman). */
export interface Policy {
  readonly uuid: string;
  name: string;
  tgt_uuid: string;
  /** At whose times it is assessed; null where nothing was scheduled. */
  schedule_uuid: string | null;
  /** In microseconds since the epoch. */
  last_update: number;
}

/** A minion, and the master that it belongs to. */
export interface Place {
  readonly attached: AttachedMaster;
  readonly minion: Minion;
}

/** What minions run for a policy (raas §7, get_policy_run_history). */
export const RUN_FUNCTIONS = {
  assess: 'policy.assessment',
  remediate: 'policy.remediate',
} as const;
export type Action = keyof typeof RUN_FUNCTIONS;

/** A policy that was run on its minions, and what they found or did. */
export interface PolicyRun<Result> {
  readonly jid: string;
  readonly action: Action;
  readonly policy_uuid: string;
  readonly user: { readonly uuid: string; readonly name: string };
  /** In microseconds since the epoch. */
  readonly created: number;
  readonly expected: number;
  readonly returned: number;
  readonly results: readonly Result[];
}

/** A minion of a master as a text, for what is kept by minion. */
export function placeKey(thing: string, { attached, minion }: Place): string {
  return JSON.stringify([thing, attached.master_id, minion.id]);
}
