import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { assessed, policiesOf, savePolicy, type PolicyResource } from './policies.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';
import { inferred } from './inferred.ts';

const TOLD = {
  ...TOLD_BY_NAMES,
  needs: ['writes', 'superuser'],
} as const;

const NEEDS = { needs: ['writes', 'superuser'] } as const;

/** Declares what is required of the runs of policies of `sec` and of `vman` alike, and of their stats. */
export function requireRuns(resource: PolicyResource): void {
  requirement(
    `raas.${resource}.assess`,
    {
      ...TOLD,
      text: `${resource}.assess_policy gives a jid, under which the run is found in the history of the policy.`,
    },
    async ({ target }) => {
      const policy_uuid = await savePolicy(target, resource);
      const [before] = await policiesOf(target, resource, policy_uuid);
      expect(before).toMatchObject({ last_assess_jid: null, last_assess_timestamp: null });
      const jid = await assessed(target, resource, policy_uuid);
      const { count, results } = await target.reply(resource, 'get_policy_run_history', {
        policy_uuid,
      });
      expect(count).toBe(1);
      expect(results[0]).toMatchObject({ jid, uuid: policy_uuid });
      const [after] = await policiesOf(target, resource, policy_uuid);
      expect(after).toMatchObject({ last_assess_jid: jid, last_remed_jid: null });
      expect(after?.last_assess_timestamp).toEqual(expect.any(String));
    },
  );

  requirement(
    `raas.${resource}.history`,
    {
      ...inferred('the parameters of the method, which have the names of members of its rows'),
      ...NEEDS,
      text: `${resource}.get_policy_run_history narrows runs by jid, state and function, pages them, and sorts them by jid.`,
    },
    async ({ target }) => {
      const policy_uuid = await savePolicy(target, resource);
      const jids = [
        await assessed(target, resource, policy_uuid),
        await assessed(target, resource, policy_uuid),
      ];
      const found = async (given: object): Promise<string[]> =>
        (
          await target.reply(resource, 'get_policy_run_history', { policy_uuid, ...given })
        ).results.map(({ jid }) => jid);
      expect(await found({ sort_by: 'jid' })).toEqual(jids.toSorted());
      expect(await found({ sort_by: 'jid', reverse: true })).toEqual(jids.toSorted().toReversed());
      expect(await found({ jid: jids[1] })).toEqual([jids[1]]);
      expect(await found({ state: ['new'] })).toEqual([]);
      expect(await found({ fun: 'saltproof.nothing' })).toEqual([]);
      expect(await found({ sort_by: 'jid', limit: 1, page: 1 })).toEqual(jids.toSorted().slice(1));
    },
  );

  requirement(
    `raas.${resource}.history-unknown`,
    {
      ...inferred('there is no history of what there is not'),
      text: `${resource}.get_policy_run_history of a policy that there is not is an error, or empty.`,
    },
    async ({ target }) => {
      const envelope = await target.rpc(resource, 'get_policy_run_history', {
        policy_uuid: NO_UUID,
      });
      if (envelope.error === null) expect(field(envelope.ret, 'results')).toEqual([]);
      else expectError(envelope);
    },
  );

  requirement(
    `raas.${resource}.stats-of-policies`,
    {
      ...inferred('the names of what the statistics count'),
      ...NEEDS,
      text: `${resource}.get_stats counts the policies that were saved, and tells of nothing but what is to be included.`,
    },
    async ({ target }) => {
      await savePolicy(target, resource);
      const include_in_response = ['policies_created'];
      // In one request, for others save and delete policies meanwhile.
      const { ret } = await target.batch([
        { resource, method: 'get_policies', given: { limit: 1 } },
        { resource, method: 'get_stats', given: { include_in_response } },
      ]);
      const [policies, stats] = ret.map((answer) => answer.ret);
      expect(stats).toEqual({ policies_created: expect.any(Number) as unknown });
      const count = Number(field(policies, 'count'));
      expect(count).toBeGreaterThan(0);
      expect(field(stats, 'policies_created')).toBeGreaterThanOrEqual(count);
    },
  );

  requirement(
    `raas.${resource}.stats-history`,
    {
      ...TOLD,
      text: `${resource}.get_stats_history lists stats, as many as a limit allows.`,
    },
    async ({ target }) => {
      const policy_uuid = await savePolicy(target, resource);
      await assessed(target, resource, policy_uuid);
      const far = { since_time: 1, time_unit: 'days' };
      const { results } = await target.reply(resource, 'get_stats_history', far);
      if (target.options.kind !== 'server') expect(results.length).toBeGreaterThan(1);
      for (const { stats } of results) expect(stats).toEqual(expect.any(Object));
      const one = await target.reply(resource, 'get_stats_history', { ...far, limit: 1 });
      expect(one.results.length).toBeLessThanOrEqual(1);
    },
  );
}
