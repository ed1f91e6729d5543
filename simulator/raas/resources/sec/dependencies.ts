import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { Call } from '../../rpc/resource.ts';
import type { Benchmark, Check } from '../../sec/check.ts';

/** Gives the policies that use a benchmark, and whether its checks belong to others too. */
export function getBenchmarkDependencies({
  raas,
  args,
}: Call<
  Sec['get_benchmark_dependencies']['arguments']
>): Sec['get_benchmark_dependencies']['reply'] {
  const { content } = raas.sec;
  const benchmark = content.benchmark(args.benchmark_uuid);
  const checks = benchmark.checks.map((uuid) => {
    const others = content.benchmarksOf(content.check(uuid)).filter((one) => one !== benchmark);
    return { uuid, other_benchmark_references: others.length > 0 };
  });
  return { policies: policiesOfBenchmark(raas, benchmark), checks };
}

/** Gives what uses a check: all of it, or the parts that are asked for. */
export function getCheckDependencies({
  raas,
  args,
}: Call<Sec['get_check_dependencies']['arguments']>): Sec['get_check_dependencies']['reply'] {
  const { content, policies } = raas.sec;
  const check = content.check(args.check_uuid);
  const exemptions = [...policies.values()]
    .flatMap((policy) => [...policy.exemptions.values()])
    .filter(({ check_uuid }) => check_uuid === check.uuid);
  const parts = {
    policies: policiesOfCheck(raas, check),
    benchmarks: content.benchmarksOf(check).map(({ uuid }) => uuid),
    exemptions: exemptions.map(({ uuid, policy_uuid, master_id, minion_id, reason }) => ({
      uuid,
      policy_uuid,
      master_id,
      minion_id,
      reason,
    })),
  };
  const { include_in_response } = args;
  const wanted = Object.entries(parts).filter(
    ([name]) => include_in_response === null || include_in_response.includes(name),
  );
  return Object.fromEntries(wanted);
}

/** Deletes custom benchmarks, all of them or none. */
export function deleteCustomBenchmarks({
  raas,
  args,
}: Call<Sec['delete_custom_benchmarks']['arguments']>): object {
  const { content } = raas.sec;
  for (const uuid of args.benchmark_uuids) {
    const benchmark = content.benchmark(uuid, 'benchmark_uuids');
    expectCustom(benchmark, 'benchmark_uuids');
    expectUnused(benchmark, { policies: policiesOfBenchmark(raas, benchmark) });
  }
  for (const uuid of args.benchmark_uuids) content.benchmarks.delete(uuid);
  return {};
}

/** Deletes custom checks, all of them or none. */
export function deleteCustomChecks({
  raas,
  args,
}: Call<Sec['delete_custom_checks']['arguments']>): object {
  const { content } = raas.sec;
  for (const uuid of args.check_uuids) {
    const check = content.check(uuid, 'check_uuids');
    expectCustom(check, 'check_uuids');
    const benchmarks = content.benchmarksOf(check).map((benchmark) => benchmark.uuid);
    expectUnused(check, { policies: policiesOfCheck(raas, check), benchmarks });
  }
  for (const uuid of args.check_uuids) content.checks.delete(uuid);
  return {};
}

function policiesOfBenchmark({ sec }: Raas, { uuid }: Benchmark): string[] {
  return [...sec.policies.values()]
    .filter(({ benchmark_uuids }) => benchmark_uuids.includes(uuid))
    .map((policy) => policy.uuid);
}

function policiesOfCheck({ sec }: Raas, check: Check): string[] {
  return [...sec.policies.values()]
    .filter((policy) => sec.checksOf(policy).includes(check))
    .map(({ uuid }) => uuid);
}

/** @throws RpcError for what was shipped */
function expectCustom({ uuid, name, user_flag }: Benchmark | Check, parameter: string): void {
  if (user_flag === 'C') return;
  throw new RpcError('PermissionDenied', `${name} was shipped, and only what is custom goes.`, {
    [parameter]: uuid,
  });
}

/** @throws RpcError where something uses it */
function expectUnused(
  { name }: Benchmark | Check,
  users: Readonly<Record<string, readonly string[]>>,
): void {
  if (Object.values(users).every((uuids) => uuids.length === 0)) return;
  throw new RpcError('FailedResourceDependency', `${name} is in use.`, users);
}
