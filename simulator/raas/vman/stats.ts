import { countBy } from '../policies/count-by.ts';
import { isExpired, scheduleOf } from '../policies/policy-schedule.ts';
import type { Raas } from '../raas.ts';
import { SEVERITIES, type Severity } from './advisory.ts';
import type { Finding } from './vman.ts';
import { openUnlessExempt } from './vulnerabilities.ts';

/** Every block that `get_stats` has; their names are ours, after those of `sec.get_stats`. */
export function vmanStats(raas: Raas) {
  const { vman } = raas;
  const policies = [...vman.policies.values()];
  const assessments = vman.runs.filter(({ action }) => action === 'assess');
  const remediations = vman.runs.filter(({ action }) => action === 'remediate');
  return {
    policies_created: policies.length,
    policies_with_schedule: policies.filter((policy) => scheduleOf(raas, policy) !== undefined)
      .length,
    policies_with_expired_schedules: policies.filter((policy) => isExpired(raas, policy)).length,
    policies_never_assessed: policies.filter(
      ({ uuid }) => !assessments.some((run) => run.policy_uuid === uuid),
    ).length,
    policies_with_exemptions: new Set(
      [...vman.exemptionGroups.values()].map(({ policy_uuid }) => policy_uuid),
    ).size,
    assessment_jobs_run: assessments.length,
    remediation_jobs_run: remediations.length,
    advisories_assessed_all_time: assessments.flatMap(({ results }) => results).length,
    advisories_remediated_all_time: remediations.flatMap(({ results }) => results).length,
    advisories_by_severity: countBy(
      SEVERITIES,
      vman.advisories.map(({ severity }) => severity),
    ),
    severity_since_last_assessment: severitiesOf(
      policies.flatMap((policy) => openUnlessExempt(raas, policy)),
    ),
    content_stats: { advisories: vman.advisories.length, uuid: vman.content.uuid },
  };
}

/** Notes the stats in their history. */
export function noteVmanStats(raas: Raas): void {
  raas.vman.history.note(raas, vmanStats(raas));
}

/** How many findings there are of each severity. */
export function severitiesOf(findings: readonly Finding[]): Record<Severity, number> {
  return countBy(
    SEVERITIES,
    findings.map(({ advisory }) => advisory.severity),
  );
}
