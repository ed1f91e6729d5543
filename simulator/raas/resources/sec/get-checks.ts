import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { isoformat } from '../../../python/datetime.ts';
import { holdsAny, pageOf } from '../../paging.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import type { Check } from '../../sec/check.ts';

/** Gives the checks, all or some. */
export function getChecks({
  raas,
  args,
}: Call<Sec['get_checks']['arguments']>): Sec['get_checks']['reply'] {
  const { policy_uuid, benchmark_uuids, names, user_flag } = args;
  const checks = checksAskedFor(raas, { policy_uuid, benchmark_uuids }).filter(
    (check) => holdsAny(check.name, names) && (user_flag === null || check.user_flag === user_flag),
  );
  const rows = checks.map((check) => shownCheck(raas, check));
  return pageOf(rows, args, (row, name) => row[name as 'name']);
}

/** Gives a check whole. */
export function getCheckDetails({
  raas,
  args,
}: Call<Sec['get_check_details']['arguments']>): Sec['get_check_details']['reply'] {
  const check = raas.sec.content.check(args.check_uuid);
  const details = { ...shownCheck(raas, check), variables: variablesOf(check) };
  return details;
}

/** Gives what can be set of checks: those of a policy, of benchmarks, or named ones. */
export function getCheckVariables({
  raas,
  args,
}: Call<Sec['get_check_variables']['arguments']>): Sec['get_check_variables']['reply'] {
  const { check_uuids, exclude_check_uuids } = args;
  const rows = checksAskedFor(raas, args)
    .filter(
      ({ uuid, variables }) =>
        variables.length > 0 &&
        (check_uuids === null || check_uuids.includes(uuid)) &&
        !exclude_check_uuids?.includes(uuid),
    )
    .map((check) => ({
      check_uuid: check.uuid,
      check_name: check.name,
      variables: variablesOf(check),
    }));
  return pageOf(rows, args, ({ check_name }) => check_name);
}

/** The checks of a policy and of benchmarks; all where neither is named. */
function checksAskedFor(
  { sec }: Raas,
  {
    policy_uuid,
    benchmark_uuids,
  }: { readonly policy_uuid: string | null; readonly benchmark_uuids: readonly string[] | null },
): Check[] {
  const checks =
    policy_uuid === null
      ? [...sec.content.checks.values()]
      : sec.checksOf(expectPolicy(sec.policies, policy_uuid));
  const members = benchmark_uuids?.flatMap(
    (uuid) => sec.content.benchmark(uuid, 'benchmark_uuids').checks,
  );
  return checks.filter(({ uuid }) => members === undefined || members.includes(uuid));
}

function shownCheck({ sec: { content } }: Raas, check: Check) {
  const { uuid, name, display_name, version, description, user_flag } = check;
  const { state_fs_uuid, mini_meta_fs_uuid } = check;
  return {
    uuid,
    name,
    version,
    display_name,
    description,
    state_fs_uuid,
    mini_meta_fs_uuid,
    dep_date: null,
    user_flag,
    last_update: isoformat(check.last_update),
    benchmarks: content.benchmarksOf(check).map((benchmark) => benchmark.uuid),
  };
}

function variablesOf({ uuid, variables }: Check) {
  return variables.map((variable) => ({ ...variable, scope: 'check', check_uuid: uuid }));
}
