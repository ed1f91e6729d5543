import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { policiesOf, policyFields, savePolicy, type PolicyResource } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { ALL_MINIONS, NO_UUID, saveTarget, targetsWith } from './stored.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';
import { inferred } from './inferred.ts';

const CLIENT = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
  needs: ['writes', 'superuser'],
} as const;

const NEEDS = { needs: ['writes', 'superuser'] } as const;

/** Declares what is required of the policies of `sec` and of `vman` alike. */
export function requirePolicies(resource: PolicyResource): void {
  /** Saves some whose names only differ at their end, and gives what filters them. */
  async function saveSome(target: RaasTarget, ends: readonly string[]) {
    const common = target.unique(`${resource}-list`);
    const names = ends.map((end) => `${common}-${end}`);
    for (const name of names) await savePolicy(target, resource, { name });
    return { names };
  }

  async function listed(target: RaasTarget, given: Readonly<Record<string, unknown>>) {
    const { count, results } = await target.reply(resource, 'get_policies', given);
    return { count, ends: results.map(({ name }) => name.slice(name.lastIndexOf('-') + 1)) };
  }

  requirement(
    `raas.${resource}.policy-save-get`,
    {
      ...CLIENT,
      text: `What ${resource}.save_policy saves is found again by the uuid that it returns, with its name and its target.`,
    },
    async ({ target }) => {
      const name = target.unique('policy-ü');
      const uuid = await savePolicy(target, resource, { name });
      const found = await policiesOf(target, resource, uuid);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ uuid, name, tgt_uuid: ALL_MINIONS });
    },
  );

  requirement(
    `raas.${resource}.policy-update`,
    {
      ...CLIENT,
      text: `${resource}.save_policy with a policy_uuid changes that policy, and returns the same uuid.`,
    },
    async ({ target }) => {
      const policy_uuid = await savePolicy(target, resource);
      const fields = await policyFields(target, resource);
      const again = await target.reply(resource, 'save_policy', { ...fields, policy_uuid });
      expect(again).toBe(policy_uuid);
      const [found] = await policiesOf(target, resource, policy_uuid);
      expect(found?.name).toBe(fields['name']);
    },
  );

  requirement(
    `raas.${resource}.policy-delete`,
    {
      ...CLIENT,
      text: `${resource}.delete_policy returns true, and the policy is not listed any more.`,
    },
    async ({ target }) => {
      const policy_uuid = await savePolicy(target, resource);
      expect(await policiesOf(target, resource, policy_uuid)).toHaveLength(1);
      expect(await target.reply(resource, 'delete_policy', { policy_uuid })).toBe(true);
      const { ret, error } = await target.rpc(resource, 'get_policies', {
        policy_uuids: [policy_uuid],
      });
      if (error === null) expect(field(ret, 'results')).toEqual([]);
    },
  );

  requirement(
    `raas.${resource}.policy-unknown`,
    {
      ...inferred('there is nothing to do it with'),
      ...NEEDS,
      text: `${resource} refuses to change, to delete, to assess and to remediate a policy that there is not.`,
    },
    async ({ target }) => {
      const fields = await policyFields(target, resource);
      const given = { ...fields, policy_uuid: NO_UUID };
      expectError(await target.rpc(resource, 'save_policy', given));
      for (const method of ['delete_policy', 'assess_policy', 'remediate_policy'])
        expectError(await target.rpc(resource, method, { policy_uuid: NO_UUID }));
    },
  );

  requirement(
    `raas.${resource}.policy-of-no-target`,
    {
      ...inferred('a policy runs on the minions of its target'),
      ...NEEDS,
      text: `${resource}.save_policy refuses a target that there is not.`,
    },
    async ({ target }) => {
      const fields = await policyFields(target, resource);
      expectError(await target.rpc(resource, 'save_policy', { ...fields, tgt_uuid: NO_UUID }));
    },
  );

  requirement(
    `raas.${resource}.policy-target-in-use`,
    {
      ...inferred('what jobs run on is not deleted without force either'),
      ...NEEDS,
      text: `A target group that a policy of ${resource} is for is not deleted without force.`,
    },
    async ({ target }) => {
      const tgt_uuid = await saveTarget(target);
      await savePolicy(target, resource, { tgt_uuid });
      expectError(await target.rpc('tgt', 'delete_target_group', { tgt_uuid }));
      expect(await targetsWith(target, { tgt_uuid })).toHaveLength(1);
    },
  );

  requirement(
    `raas.${resource}.policy-same-name`,
    {
      level: 'may',
      source: { inferred: 'whether names are unique nobody says' },
      confidence: 'unknown',
      ...NEEDS,
      text: `${resource}.save_policy refuses a second policy of the same name.`,
    },
    async ({ target }) => {
      const fields = await policyFields(target, resource);
      await savePolicy(target, resource, fields);
      const second = await target.rpc(resource, 'save_policy', fields);
      if (second.error === null)
        target.undo({
          resource,
          method: 'delete_policy',
          given: { policy_uuid: second.ret },
        });
      expectError(second);
    },
  );

  requirement(
    `raas.${resource}.policy-filters`,
    {
      ...CLIENT,
      ...TOLD_BY_NAMES,
      text: `${resource}.get_policies finds policies by their names and by their targets.`,
    },
    async ({ target }) => {
      const { names } = await saveSome(target, ['a', 'b', 'c']);
      expect((await listed(target, { names })).ends.toSorted()).toEqual(['a', 'b', 'c']);
      expect((await listed(target, { names: names.slice(1, 2) })).ends).toEqual(['b']);
      expect((await listed(target, { names, tgt_uuids: [ALL_MINIONS] })).count).toBe(3);
      expect((await listed(target, { names, tgt_uuids: [NO_UUID] })).count).toBe(0);
    },
  );

  requirement(
    `raas.${resource}.policy-pages`,
    {
      ...CLIENT,
      text: `The pages of ${resource}.get_policies, counted from 0, have each policy once; count is that of all, and a limit of 0 gives all.`,
    },
    async ({ target }) => {
      const { names } = await saveSome(target, ['a', 'b', 'c', 'd', 'e']);
      const found: string[] = [];
      for (const [page, size] of [2, 2, 1, 0].entries()) {
        const { count, ends } = await listed(target, { names, limit: 2, page, sort_by: 'name' });
        expect([count, ends.length]).toEqual([5, size]);
        found.push(...ends);
      }
      expect(found).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect((await listed(target, { names, limit: 0 })).ends).toHaveLength(5);
    },
  );

  requirement(
    `raas.${resource}.policy-sort`,
    {
      ...CLIENT,
      text: `${resource}.get_policies sorts by name where it is asked to, and backwards with reverse.`,
    },
    async ({ target }) => {
      const { names } = await saveSome(target, ['b', 'c', 'a']);
      const sorted = await listed(target, { names, sort_by: 'name' });
      expect(sorted.ends).toEqual(['a', 'b', 'c']);
      const reversed = await listed(target, { names, sort_by: 'name', reverse: true });
      expect(reversed.ends).toEqual(['c', 'b', 'a']);
    },
  );

  requirement(
    `raas.${resource}.policy-wrong-list`,
    {
      ...inferred('the schema of the method allows nothing else'),
      text: `${resource}.get_policies refuses to sort by what policies have not, a limit below -1, and a page below 0.`,
    },
    async ({ target }) => {
      for (const given of [{ sort_by: 'saltproof' }, { limit: -2 }, { page: -1 }])
        expectError(await target.rpc(resource, 'get_policies', given));
    },
  );

  requirement(
    `raas.${resource}.policy-limited`,
    {
      ...inferred('changing what runs on minions takes a permission'),
      needs: ['writes', 'superuser', 'limited user'],
      text: `Who has few rights is refused to save, to assess and to delete policies of ${resource}.`,
    },
    async ({ target }) => {
      const fields = await policyFields(target, resource);
      const policy_uuid = await savePolicy(target, resource);
      const limited = target.as('limited');
      expectError(await limited.rpc(resource, 'save_policy', { ...fields, policy_uuid }));
      expectError(await limited.rpc(resource, 'assess_policy', { policy_uuid }));
      expectError(await limited.rpc(resource, 'delete_policy', { policy_uuid }));
      expect(await policiesOf(target, resource, policy_uuid)).toHaveLength(1);
    },
  );
}
