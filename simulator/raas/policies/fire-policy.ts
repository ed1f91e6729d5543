import type { Raas } from '../raas.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { assessCompliance } from '../sec/assess-policy.ts';
import { assessVulnerabilities } from '../vman/assess-policy.ts';

/**
 * Assesses the policy whose schedule this is, unless its owner may not any longer.
 *
 * @param time the time that it was to run at, without splay
 * @returns whether it is that of a policy
 */
export function firePolicy(raas: Raas, schedule: Schedule, time: number): boolean {
  const { sec, vman, accounts } = raas;
  const isOurs = (policy: { readonly schedule_uuid: string | null }): boolean =>
    policy.schedule_uuid === schedule.uuid;
  const compliance = [...sec.policies.values()].find(isOurs);
  const vulnerabilities = [...vman.policies.values()].find(isOurs);
  if (compliance === undefined && vulnerabilities === undefined) return false;
  const { enabled, owner, skips } = schedule;
  if (!enabled || skips.delete(time) || owner.isDeleted || !accounts.isSuperuser(owner))
    return true;
  schedule.lastFired = raas.clock.now();
  if (compliance !== undefined) assessCompliance(raas, owner, compliance, schedule);
  if (vulnerabilities !== undefined) assessVulnerabilities(raas, owner, vulnerabilities, schedule);
  return true;
}
