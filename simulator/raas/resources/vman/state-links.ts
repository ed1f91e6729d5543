import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { newUuid } from '../../uuid.ts';

/** Links a state file to an advisory of a policy, instead of another that is linked to it, and gives the uuid of the link. */
export function saveStateLink({
  raas,
  args,
}: Call<Vman['save_advisory_state_link']['arguments']>): string {
  const { policies, advisories, stateLinks } = raas.vman;
  const { policy_uuid, advisory_id, state_file_uuid } = args;
  const { imported } = expectPolicy(policies, policy_uuid);
  const isKnown =
    advisories.some((advisory) => advisory.advisory_id === advisory_id) ||
    imported.some(({ tp_advisory_id }) => tp_advisory_id === advisory_id);
  if (!isKnown)
    throw new RpcError('NotFound', `There is no advisory ${advisory_id}.`, { advisory_id });
  if (!raas.files.stored.has(state_file_uuid))
    throw new RpcError('NotFound', `There is no file ${state_file_uuid}.`, { state_file_uuid });
  const known = [...stateLinks.values()].find(
    (link) => link.policy_uuid === policy_uuid && link.advisory_id === advisory_id,
  );
  const now = raas.clock.now();
  const uuid = known?.uuid ?? newUuid(raas.random);
  stateLinks.set(uuid, { ...args, uuid, created: known?.created ?? now, updated: now });
  return uuid;
}

/** Takes a link away, and gives its uuid. */
export function deleteStateLink({
  raas,
  args: { advisory_state_xref_uuid },
}: Call<Vman['delete_advisory_state_link']['arguments']>): string {
  if (raas.vman.stateLinks.delete(advisory_state_xref_uuid)) return advisory_state_xref_uuid;
  throw new RpcError('NotFound', `There is no link ${advisory_state_xref_uuid} to a state.`, {
    advisory_state_xref_uuid,
  });
}
