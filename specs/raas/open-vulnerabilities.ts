import { NotVerified } from '../not-verified.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { assessed, oneMinion, savePolicy } from './policies.ts';

/** A policy of a target that was assessed, and what is open of it. */
export async function assessedVulnerabilities(target: RaasTarget, on = oneMinion) {
  const policy_uuid = await savePolicy(target, 'vman', { tgt_uuid: await on(target) });
  await assessed(target, 'vman', policy_uuid);
  const open = await openOf(target, policy_uuid);
  if (open.length === 0) throw new NotVerified('needs a minion with something vulnerable');
  return { policy_uuid, open };
}

/** What is open of a policy. */
export async function openOf(target: RaasTarget, policy_uuid: string, given: object = {}) {
  const kwarg = { policy_uuid, limit: 0, ...given };
  return (await target.reply('vman', 'get_advisory_minions', kwarg)).results;
}
