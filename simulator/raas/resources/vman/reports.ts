import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { isoformat } from '../../../python/datetime.ts';
import { pageOf } from '../../paging.ts';
import { groupBy } from '../../policies/group-by.ts';
import { functionOf } from '../../policies/policy-row.ts';
import { RUN_FUNCTIONS } from '../../policies/policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { severitiesOf } from '../../vman/stats.ts';
import type { Finding, VmanRun } from '../../vman/vman.ts';

/** Of how many advisories a report tells beside its counts. */
const TOP = 5;

/** Gives the reports of a policy, one a run; of all policies the last of each day. */
export function getReports({
  raas,
  args,
}: Call<Vman['get_reports']['arguments']>): Vman['get_reports']['reply'] {
  const { fun, start_date, end_date, policy_uuid } = args;
  const runs = raas.vman.runs.filter(
    (run) =>
      (fun === null || functionOf(run) === fun) &&
      (start_date === null || dateOf(run) >= start_date.slice(0, 10)) &&
      (end_date === null || dateOf(run) <= end_date.slice(0, 10)) &&
      (policy_uuid === null || run.policy_uuid === policy_uuid),
  );
  const reported = policy_uuid === null ? lastOfDays(runs) : runs;
  return pageOf(reported.map(shown), args, ({ creation_date }) => creation_date);
}

/** Gives a report whole: by minion, and by advisory. */
export function getDetailReport({
  raas,
  args: { report_uuid },
}: Call<Vman['get_detail_report']['arguments']>): Vman['get_detail_report']['reply'] {
  const run = raas.vman.runs.find((one) => one.report_uuid === report_uuid);
  if (run === undefined)
    throw new RpcError('NotFound', `There is no report ${report_uuid}.`, { report_uuid });
  const byMinion = groupBy(run.results, ({ place }) => place.minion.id);
  const byAdvisory = groupBy(run.results, ({ advisory }) => advisory.advisory_id);
  return {
    minions: Object.fromEntries(
      [...byMinion].map(([id, findings]) => [
        id,
        findings.map((finding) => packageRow(run, finding)),
      ]),
    ),
    advisories: Object.fromEntries(
      [...byAdvisory].map(([id, findings]) => [id, advisoryRow(findings)]),
    ),
    meta: {
      policy_uuid: run.policy_uuid,
      policy_name: run.policy_name,
      target_group_name: run.target_group_name,
      creation_date: isoformat(run.created),
      function: functionOf(run),
      ...severitiesOf(run.results),
    },
  };
}

function lastOfDays(runs: readonly VmanRun[]): VmanRun[] {
  const keyed = runs.map(
    (run) => [`${run.policy_uuid} ${functionOf(run)} ${dateOf(run)}`, run] as const,
  );
  return [...new Map(keyed).values()];
}

function dateOf({ created }: VmanRun): string {
  return isoformat(created).slice(0, 'YYYY-MM-DD'.length);
}

function shown(run: VmanRun) {
  const byAdvisory = [...groupBy(run.results, ({ advisory }) => advisory)];
  const top = byAdvisory
    .map(([{ title, uuid, cve }, findings]) => ({
      name: title,
      uuid,
      score: cve.cvssv3_base,
      minions: minionsIn(findings).length,
    }))
    .toSorted((a, b) => b.score - a.score);
  return {
    report_uuid: run.report_uuid,
    date: dateOf(run),
    creation_date: isoformat(run.created),
    policy_uuid: run.policy_uuid,
    policy_name: run.policy_name,
    target_group_name: run.target_group_name,
    fun: functionOf(run),
    ...severitiesOf(run.results),
    top_advisories: top.slice(0, TOP),
  };
}

function minionsIn(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ place }) => place.minion.id))];
}

function packageRow(run: VmanRun, { advisory, affected, place }: Finding) {
  const isDone = functionOf(run) === RUN_FUNCTIONS.remediate;
  return {
    usage: { cmd: [], enabled: [], network: [], running: [] },
    comment: isDone ? `${affected.name} was updated.` : null,
    pkg_name: affected.name,
    severity: advisory.severity,
    master_id: place.attached.master_id,
    master_uuid: place.attached.uuid,
    advisory_id: advisory.advisory_id,
    advisory_uuid: advisory.uuid,
    pkg_version_target: affected.fixed,
    pkg_version_current: isDone ? affected.fixed : affected.vulnerable,
    pkg_version_advisory: affected.fixed,
  };
}

function advisoryRow(findings: readonly Finding[]) {
  const [first] = findings;
  // A group has something in it.
  if (first === undefined) throw new Error('There is no advisory without a finding.');
  const { uuid, title, severity, advisory_id, description, cve, packages } = first.advisory;
  const versions = Object.entries(packages).map(([os, affected]) => [
    os,
    Object.fromEntries(affected.map(({ name, fixed }) => [name, fixed])),
  ]);
  return {
    info: {
      uuid,
      title,
      severity,
      advisory_id,
      description,
      cve: { ...cve, references: { ...cve.references } },
      packages: Object.fromEntries(versions) as Record<string, Record<string, string>>,
    },
    minions: minionsIn(findings),
  };
}
