import type { RaasTarget } from '../target/raas/raas-target.ts';
import { assessed, oneMinion, savePolicy } from './policies.ts';

/** A policy of a target that was assessed. */
export async function assessedChecks(target: RaasTarget, on = oneMinion): Promise<string> {
  const policy_uuid = await savePolicy(target, 'sec', { tgt_uuid: await on(target) });
  await assessed(target, 'sec', policy_uuid);
  return policy_uuid;
}

/** What became of the checks of a policy. */
export async function checkResults(target: RaasTarget, policy_uuid: string, given: object = {}) {
  const kwarg = { policy_uuid, limit: 0, ...given };
  return (await target.reply('sec', 'get_check_minions', kwarg)).results;
}
