import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { ALL_MINIONS, saveTarget } from './stored.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The resources that have policies. */
export type PolicyResource = 'sec' | 'vman';

/** How often a run is asked after, a second apart. */
const TRIES = 120;

/** What a policy is saved with where nothing else is said; one of `sec` has a benchmark. */
export async function policyFields(target: RaasTarget, resource: PolicyResource): Promise<Fields> {
  const standard = { name: target.unique('policy'), tgt_uuid: ALL_MINIONS };
  if (resource === 'vman') return standard;
  return { ...standard, benchmark_uuids: [(await aBenchmark(target)).uuid] };
}

/** Saves a policy of all minions that is taken away at the end, and gives its uuid. */
export async function savePolicy(
  target: RaasTarget,
  resource: PolicyResource,
  fields: Fields = {},
): Promise<string> {
  const kwarg = { ...(await policyFields(target, resource)), ...fields };
  return target.save(resource, 'save_policy', kwarg);
}

/** A target of the run's minion alone: what is assessed there nobody else remediates meanwhile. */
export function oneMinion(target: RaasTarget): Promise<string> {
  const { master, minion } = target.minion;
  return saveTarget(target, { tgt: { [master]: { tgt: minion, tgt_type: 'glob' } } });
}

/** A target of all other minions, for what changes them. */
export function otherMinions(target: RaasTarget): Promise<string> {
  const tgt = `* and not L@${target.minion.minion}`;
  return saveTarget(target, { tgt: { '*': { tgt, tgt_type: 'compound' } } });
}

/** The policies of a uuid: one, or none. */
export async function policiesOf(target: RaasTarget, resource: PolicyResource, uuid: string) {
  const kwarg = { policy_uuids: [uuid] };
  return (await target.reply(resource, 'get_policies', kwarg)).results;
}

/**
 * A benchmark: the first by name.
 *
 * @throws NotVerified where there is none
 */
export async function aBenchmark(target: RaasTarget) {
  const { results } = await target.reply('sec', 'get_benchmarks', { limit: 1, sort_by: 'name' });
  const [first] = results;
  if (first === undefined) throw new NotVerified('needs security content that was taken in');
  return first;
}

/** Assesses a policy, waits until nothing more is to come, and gives the jid. */
export async function assessed(
  target: RaasTarget,
  resource: PolicyResource,
  policy_uuid: string,
): Promise<string> {
  const begun = await target.reply(resource, 'assess_policy', { policy_uuid });
  return finished(target, resource, policy_uuid, jidIn(begun));
}

/** The jid of a reply that is it, or has it. */
export function jidIn(begun: unknown): string {
  const jid = field(begun, 'jid') ?? begun;
  expect(jid).toMatch(/^\d{20}$/);
  return String(jid);
}

/** Waits until a run of a policy has ended, and gives its jid. */
export async function finished(
  target: RaasTarget,
  resource: PolicyResource,
  policy_uuid: string,
  jid: string,
): Promise<string> {
  let state: unknown;
  for (let tries = 0; tries < TRIES && !String(state).startsWith('completed'); tries++) {
    if (tries > 0) await target.passes(1);
    const { results } = await target.reply(resource, 'get_policy_run_history', {
      policy_uuid,
      jid,
    });
    state = results[0]?.state;
  }
  expect(state).toMatch(/^completed/);
  return jid;
}
