import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { pageOf } from '../../paging.ts';
import { placeKey } from '../../policies/policy.ts';
import { isWantedPolicy, policyRow } from '../../policies/policy-row.ts';
import { placesOf } from '../../policies/run-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { latestResults } from '../../sec/latest-results.ts';
import { statusOf } from '../../sec/stats.ts';

/** Gives the policies, all or some, and of how many checks and minions they are. */
export function getSecPolicies({
  raas,
  args,
}: Call<Sec['get_policies']['arguments']>): Sec['get_policies']['reply'] {
  const { sec } = raas;
  const policies = [...sec.policies.values()].filter((policy) => isWantedPolicy(policy, args));
  const checks = new Set(policies.flatMap((policy) => sec.checksOf(policy)));
  const minions = policies.flatMap((policy) =>
    placesOf(raas, policy).map((place) => placeKey('', place)),
  );
  const rows = policies.map((policy) => ({
    ...policyRow(raas, policy, sec.runs),
    benchmark_uuids: [...policy.benchmark_uuids],
    check_uuids: [...policy.check_uuids],
    exclude_check_uuids: [...policy.exclude_check_uuids],
    variables: [...policy.variables],
    ...(args.include_stats && { stats: statusOf(latestResults(sec, policy)) }),
  }));
  return {
    check_count: checks.size,
    minion_count: new Set(minions).size,
    // A policy has no version and no date from which it is deprecated: its name stands for them.
    ...pageOf(rows, args, (row, name) => (name === 'tgt_name' ? row.tgt_name : row.name)),
  };
}
