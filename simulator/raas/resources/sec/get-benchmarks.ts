import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { isoformat } from '../../../python/datetime.ts';
import { holdsAny, pageOf } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import type { Benchmark } from '../../sec/check.ts';

type Arguments = Sec['get_benchmarks']['arguments'];
type Reply = Sec['get_benchmarks']['reply'];

/** Gives the benchmarks, all or some. */
export function getBenchmarks({ raas, args }: Call<Arguments>): Reply {
  const rows = [...raas.sec.content.benchmarks.values()]
    .map((benchmark) => shown(raas, benchmark))
    .filter((row) => isWanted(row, args));
  return pageOf(rows, args, (row, name) => row[name as 'name']);
}

function isWanted(row: Reply['results'][number], wanted: Arguments): boolean {
  const { benchmark_uuid, policy_uuid, names, os, authority_names, type_names } = wanted;
  return (
    (benchmark_uuid === null || row.uuid === benchmark_uuid) &&
    (policy_uuid === null || row.policies.includes(policy_uuid)) &&
    holdsAny(row.name, names) &&
    holdsAny(row.os, os) &&
    holdsAny(row.authority, authority_names) &&
    holdsAny(row.type, type_names)
  );
}

function shown({ sec }: Raas, benchmark: Benchmark): Reply['results'][number] {
  const { uuid, name, display_name, version, description, authority, os, type } = benchmark;
  return {
    uuid,
    name,
    display_name,
    version,
    description,
    authority,
    os,
    type,
    dep_date: null,
    last_update: isoformat(benchmark.last_update),
    user_flag: benchmark.user_flag,
    policies: [...sec.policies.values()]
      .filter(({ benchmark_uuids }) => benchmark_uuids.includes(uuid))
      .map((policy) => policy.uuid),
  };
}
