import { isExempt } from '../policies/exempt-minions.ts';
import { placeKey, type Place } from '../policies/policy.ts';
import { lastRun } from '../policies/policy-row.ts';
import { systemOf } from '../policies/system-of.ts';
import type { Raas } from '../raas.ts';
import type { Advisory } from './advisory.ts';
import type { Finding, VmanPolicy } from './vman.ts';

/** Of a hundred minions, how many have a vulnerable package. */
const VULNERABLE = 60;

/** What is vulnerable on a minion; the same each time with the same seed, until it is remediated. */
export function findingsOn({ random, vman }: Raas, place: Place): Finding[] {
  return vman.advisories.flatMap((advisory) => {
    const draw = random.named(placeKey(`advisory ${advisory.advisory_id}`, place)).below(100);
    const isOpen = draw < VULNERABLE && !vman.patched.has(placeKey(advisory.uuid, place));
    return isOpen ? affectedOn(advisory, place) : [];
  });
}

/** The packages of a minion that an advisory is about. */
export function affectedOn(advisory: Advisory, place: Place): Finding[] {
  return (advisory.packages[systemOf(place.minion).os_family] ?? []).map((affected) => ({
    advisory,
    affected,
    place,
  }));
}

/** What an assessment of a policy and its imports have found and nobody has remediated since, exempt or not. */
export function openFindings({ vman }: Raas, policy: VmanPolicy): Finding[] {
  const assessed = lastRun(vman.runs, policy, 'assess')?.results ?? [];
  const imported = policy.imported.flatMap(({ finding }) => finding ?? []);
  const open = [...assessed, ...imported].filter(
    ({ advisory, place }) => !vman.patched.has(placeKey(advisory.uuid, place)),
  );
  return [...new Map(open.map((finding) => [keyOf(finding), finding])).values()];
}

/** The same, without what is exempt. */
export function openUnlessExempt(raas: Raas, policy: VmanPolicy): Finding[] {
  return openFindings(raas, policy).filter((finding) => !isExemptFrom(raas, policy, finding));
}

/** Whether a policy leaves a finding as it is. */
export function isExemptFrom(
  { vman }: Raas,
  { uuid }: VmanPolicy,
  { advisory, place }: Finding,
): boolean {
  return [...vman.exemptionGroups.values()].some(
    ({ policy_uuid, advisory_uuids, minions }) =>
      policy_uuid === uuid &&
      (advisory_uuids === null || advisory_uuids.includes(advisory.uuid)) &&
      minions.some((minion) => isExempt(minion, place)),
  );
}

/** Puts right what is found. */
export function remediate({ vman }: Raas, { advisory, place }: Finding): void {
  vman.patched.add(placeKey(advisory.uuid, place));
  if (advisory.install_behavior === 'Always Requires Reboot')
    vman.pendingReboots.add(placeKey('', place));
}

function keyOf({ advisory, affected, place }: Finding): string {
  return placeKey(`${advisory.uuid} ${affected.name}`, place);
}
