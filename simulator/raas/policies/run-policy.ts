import { newJid } from '../../master/jid.ts';
import type { User } from '../accounts/user.ts';
import { expectAttached } from '../masters/attached-master.ts';
import type { Raas } from '../raas.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Action, Place, Policy, PolicyRun } from './policy.ts';
import { recordCommand } from './record-command.ts';

/** Minions by the ids of their masters. */
export type MinionsByMaster = Readonly<Record<string, readonly unknown[]>>;

/** What is to be run of a policy. */
export interface PolicyWork<Result> {
  readonly policy: Policy;
  readonly action: Action;
  /** Whose time has come, where it is not somebody who asks. */
  readonly schedule?: Schedule | undefined;
  /** Fewer minions than those of the policy's target; null for all of these. */
  readonly minions: MinionsByMaster | null;
  /** What a minion finds, or does. */
  readonly on: (place: Place) => readonly Result[];
}

/** What `assess_policy` and `remediate_policy` are answered with. */
export interface BegunPolicyRun {
  readonly success: boolean;
  readonly errors: never[];
  readonly jid: string;
}

/**
 * Runs a policy on the minions of its target, which have all returned when this is through; one that
 * is down does not return.
 */
export function runPolicy<Result>(
  raas: Raas,
  user: User,
  { policy, action, schedule, minions, on }: PolicyWork<Result>,
): PolicyRun<Result> {
  const places = placesOf(raas, policy).filter((place) => isWanted(place, minions));
  const up = places.filter(({ minion }) => minion.up);
  const jid = newJid(raas.clock);
  const created = raas.clock.now();
  const results = new Map(up.map((place) => [place, on(place)]));
  recordCommand(raas, policy, {
    jid,
    user,
    action,
    schedule,
    expected: places,
    returned: up,
    summary: (place) => ({ results: results.get(place)?.length ?? 0 }),
  });
  return {
    jid,
    action,
    policy_uuid: policy.uuid,
    user: { uuid: user.uuid, name: user.username },
    created,
    expected: places.length,
    returned: up.length,
    results: [...results.values()].flat(),
  };
}

/** The minions of a policy's target. */
export function placesOf({ masters, targets }: Raas, { tgt_uuid }: Policy): Place[] {
  const group = targets.groups.get(tgt_uuid);
  if (group === undefined) return [];
  const found = targets.minionsOf(group.tgt);
  return masters.flatMap((attached) =>
    (found[attached.master_id] ?? []).flatMap((id) => {
      const minion = attached.master.fleet.get(id);
      return minion === undefined ? [] : [{ attached, minion }];
    }),
  );
}

function isWanted({ attached, minion }: Place, minions: MinionsByMaster | null): boolean {
  return minions === null || (minions[attached.master_id] ?? []).includes(minion.id);
}

/** @throws RpcError for a master that is not attached */
export function expectMasters(
  { masters }: Raas,
  parameter: string,
  minions: MinionsByMaster | null,
): void {
  for (const id of Object.keys(minions ?? {})) expectAttached(masters, id, parameter);
}
