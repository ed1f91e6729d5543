import { isoformat } from '../../python/datetime.ts';
import { countBy } from '../policies/count-by.ts';
import { isExpired, scheduleOf } from '../policies/policy-schedule.ts';
import type { Raas } from '../raas.ts';
import { COMPLIANCE_STATES, type Benchmark } from './check.ts';
import { latestResults } from './latest-results.ts';
import type { CheckResult } from './sec.ts';

/** Every block that `get_stats` has (raas §7). */
export function secStats(raas: Raas) {
  const { sec } = raas;
  const { content, runs } = sec;
  const policies = [...sec.policies.values()];
  const everything = runs.flatMap(({ results }) => results);
  const latest = policies.flatMap((policy) => latestResults(sec, policy));
  const assessments = runs.filter(({ action }) => action === 'assess');
  const remediations = runs.filter(({ action }) => action === 'remediate');
  const lastOf = (some: typeof runs) =>
    policies.flatMap(({ uuid }) => some.findLast((run) => run.policy_uuid === uuid)?.results ?? []);
  const inPolicy = new Set(policies.flatMap(({ benchmark_uuids }) => benchmark_uuids));
  const byBenchmark = (isCounted: (benchmark: Benchmark) => boolean) =>
    Object.fromEntries(
      [...content.benchmarks.values()]
        .filter(isCounted)
        .map(({ name, checks }) => [name, checks.length]),
    );
  const statusByBenchmark = (results: readonly CheckResult[]) =>
    Object.fromEntries(
      [...content.benchmarks.values()].map(({ name, checks }) => [
        name,
        statusOf(results.filter(({ check }) => checks.includes(check.uuid))),
      ]),
    );
  return {
    checks_assessed_all_time: assessments.flatMap(({ results }) => results).length,
    checks_remediated_all_time: changed(remediations.flatMap(({ results }) => results)),
    checks_assessed_latest: lastOf(assessments).length,
    checks_remediated_latest: changed(lastOf(remediations)),
    assessment_jobs_run: assessments.length,
    remediation_jobs_run: remediations.length,
    policies_created: policies.length,
    policies_with_schedule: policies.filter((policy) => scheduleOf(raas, policy) !== undefined)
      .length,
    policies_with_expired_schedules: policies.filter((policy) => isExpired(raas, policy)).length,
    policies_never_assessed: policies.filter(
      ({ uuid }) => !assessments.some((run) => run.policy_uuid === uuid),
    ).length,
    policies_with_exemptions: policies.filter(({ exemptions }) => exemptions.size > 0).length,
    checks_by_benchmark: byBenchmark(() => true),
    checks_by_benchmark_in_policy: byBenchmark(({ uuid }) => inPolicy.has(uuid)),
    checks_by_benchmark_not_in_policy: byBenchmark(({ uuid }) => !inPolicy.has(uuid)),
    status_all_time: statusOf(everything),
    status_since_last_assessment: statusOf(latest),
    check_status_by_benchmark_all_time: statusByBenchmark(everything),
    check_status_by_benchmark_since_last_assessment: statusByBenchmark(latest),
    content_stats: contentStats(raas),
  };
}

/** Notes the stats in their history. */
export function noteSecStats(raas: Raas): void {
  raas.sec.history.note(raas, secStats(raas));
}

/** How many results there are of each state. */
export function statusOf(results: readonly CheckResult[]) {
  return countBy(
    COMPLIANCE_STATES,
    results.map(({ state }) => state),
  );
}

function changed(results: readonly CheckResult[]): number {
  return results.filter(({ changes }) => changes !== '').length;
}

function contentStats({ sec: { content } }: Raas) {
  const last = content.last.get('S');
  return {
    uuid: last?.uuid ?? '',
    content_benchmarks: last?.benchmarks ?? 0,
    content_checks: last?.checks ?? 0,
    db_benchmarks: content.benchmarks.size,
    db_checks: content.checks.size,
    ingest_date: isoformat(last?.time ?? 0),
    success: true,
    errors: null,
  };
}
