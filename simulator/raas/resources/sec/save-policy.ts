import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import type { Json } from '../../json.ts';
import { expectPolicy, savePolicy } from '../../policies/save-policy.ts';
import type { Raas } from '../../raas.ts';
import { expectGiven } from '../../rpc/expect-given.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { SecExemption, VariableValue } from '../../sec/sec.ts';
import { noteSecStats } from '../../sec/stats.ts';

type Arguments = Sec['save_policy']['arguments'];

/** Saves a policy, a new one or that of the uuid, and gives its uuid. What is not given stays as it is. */
export function saveSecPolicy(call: Call<Arguments>): string {
  const { raas, args } = call;
  const { policies, content } = raas.sec;
  const { policy_uuid, check_uuids, exclude_check_uuids, variables } = args;
  const known = policy_uuid === null ? undefined : expectPolicy(policies, policy_uuid);
  const benchmark_uuids = expectGiven<string[]>(args.benchmark_uuids, 'benchmark_uuids');
  for (const uuid of benchmark_uuids) content.benchmark(uuid, 'benchmark_uuids');
  for (const uuid of check_uuids ?? []) content.check(uuid, 'check_uuids');
  for (const uuid of exclude_check_uuids ?? []) content.check(uuid, 'exclude_check_uuids');
  const uuid = savePolicy(call, policies, args, {
    benchmark_uuids,
    check_uuids: check_uuids ?? known?.check_uuids ?? [],
    exclude_check_uuids: exclude_check_uuids ?? known?.exclude_check_uuids ?? [],
    variables: variables?.map((one) => variableOf(raas, one)) ?? known?.variables ?? [],
    exemptions: known?.exemptions ?? new Map<string, SecExemption>(),
  });
  noteSecStats(raas);
  return uuid;
}

/** @throws RpcError for a variable that the check has not */
function variableOf(
  { sec: { content } }: Raas,
  { check_uuid, name, value }: NonNullable<Arguments['variables']>[number],
): VariableValue {
  const checks =
    check_uuid === undefined
      ? [...content.checks.values()]
      : [content.check(check_uuid, 'variables')];
  if (!checks.some(({ variables }) => variables.some((one) => one.name === name)))
    throw new RpcError('InvalidRequest', `There is no variable ${name ?? ''} to be set.`, {
      variables: `has ${name ?? 'nothing that is named'}`,
    });
  return {
    check_uuid: check_uuid ?? null,
    var_name: name ?? null,
    var_value: (value as Json | undefined) ?? null,
  };
}
