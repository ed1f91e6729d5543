import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import type { When } from '../schedules/times/timing.ts';
import { expectTargetGroup } from '../targets/target-groups.ts';
import { newUuid } from '../uuid.ts';
import { schedulePolicy } from './policy-schedule.ts';
import type { Policy } from './policy.ts';

/** What every policy is saved with. */
export interface PolicyArguments {
  readonly name: string;
  readonly tgt_uuid: string;
  readonly policy_uuid: string | null;
  readonly schedule: When | null;
}

/**
 * Saves a policy, a new one or that of the uuid, and gives its uuid. A schedule that is not given
 * stays as it is.
 *
 * @param own what the policy has beside what all have
 */
export function savePolicy<Own extends Policy>(
  call: { readonly raas: Raas; readonly caller: Caller },
  stored: Map<string, Own>,
  { name, tgt_uuid, policy_uuid, schedule }: PolicyArguments,
  own: Omit<Own, keyof Policy>,
): string {
  const { raas, caller } = call;
  const known = policy_uuid === null ? undefined : expectPolicy(stored, policy_uuid);
  expectTargetGroup(call, tgt_uuid, 'read');
  if (name === '')
    throw new RpcError('InvalidRequest', 'A policy needs a name.', { name: 'is empty' });
  for (const other of stored.values())
    if (other.name === name && other !== known)
      throw new RpcError('AlreadyExists', `There is a policy ${name} already.`, { name });
  const uuid = known?.uuid ?? newUuid(raas.random);
  const schedule_uuid = schedulePolicy(
    raas,
    caller,
    { uuid, name, tgt_uuid, schedule_uuid: known?.schedule_uuid ?? null },
    schedule,
  );
  const last_update = raas.clock.now();
  const base: Policy = { uuid, name, tgt_uuid, schedule_uuid, last_update };
  const policy = { ...base, ...own } as Own;
  stored.set(uuid, known === undefined ? policy : Object.assign(known, policy));
  return uuid;
}

/** @throws RpcError where there is no policy of the uuid */
export function expectPolicy<Own extends Policy>(
  stored: ReadonlyMap<string, Own>,
  policy_uuid: string,
): Own {
  const policy = stored.get(policy_uuid);
  if (policy !== undefined) return policy;
  throw new RpcError('NotFound', `There is no policy ${policy_uuid}.`, { policy_uuid });
}

/** Deletes a policy, and its schedule with it. */
export function deletePolicy<Own extends Policy>(
  { schedules }: Raas,
  stored: Map<string, Own>,
  policy_uuid: string,
): void {
  const { uuid, schedule_uuid } = expectPolicy(stored, policy_uuid);
  if (schedule_uuid !== null) schedules.delete(schedule_uuid);
  stored.delete(uuid);
}
