import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { str } from '../../../python/repr.ts';
import { holds, pageOf } from '../../paging.ts';
import { placeKey } from '../../policies/policy.ts';
import { lastRun } from '../../policies/policy-row.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import type { Finding, VmanPolicy } from '../../vman/vman.ts';
import { openUnlessExempt } from '../../vman/vulnerabilities.ts';

type Arguments = Vman['get_advisory_minions']['arguments'];

/**
 * Gives the vulnerabilities of a policy by minion: what is open, or what the last run of one kind
 * has found or put right. Nobody knows more than the address of what is not supported.
 */
export function getAdvisoryMinions({
  raas,
  args,
}: Call<Arguments>): Vman['get_advisory_minions']['reply'] {
  const policy = expectPolicy(raas.vman.policies, args.policy_uuid);
  if (args.advisory_type === 'unsupported') return unsupported(policy, args);
  const findings = findingsOf(raas, policy, args);
  const rows = findings
    .map((finding) => shown(raas, policy, finding))
    .filter((row) => isWanted(row, args));
  const minionsWith = (uuid: string) => rows.filter((row) => row.advisory_uuid === uuid).length;
  return pageOf(rows, args, (row, name) => {
    if (name === 'minions') return minionsWith(row.advisory_uuid);
    return name === 'ipv4' ? row.ipv4.join(' ') : row[name as 'minion_id'];
  });
}

function findingsOf(raas: Raas, policy: VmanPolicy, { action }: Arguments): readonly Finding[] {
  if (action === null) return openUnlessExempt(raas, policy);
  return lastRun(raas.vman.runs, policy, action)?.results ?? [];
}

function shown({ vman }: Raas, policy: VmanPolicy, { advisory, affected, place }: Finding) {
  const { attached, minion } = place;
  const { cve } = advisory;
  return {
    policy_uuid: policy.uuid,
    advisory_uuid: advisory.uuid,
    advisory_id: advisory.advisory_id,
    display_name: advisory.title,
    severity: advisory.severity,
    vendor_score: cve.cvssv3_base,
    cve_id: cve.cve_id,
    install_behavior: advisory.install_behavior,
    pkg_name: affected.name,
    pkg_version_current: affected.vulnerable,
    pkg_version_advisory: affected.fixed,
    master_id: attached.master_id,
    master_uuid: attached.uuid,
    minion_id: minion.id,
    osfullname: str(minion.grains.get('osfullname') ?? ''),
    ipv4: textsOf(minion.grains.get('ipv4') ?? null),
    ipv6: textsOf(minion.grains.get('ipv6') ?? null),
    pending_reboot: vman.pendingReboots.has(placeKey('', place)),
  };
}

function textsOf(value: Parameters<typeof str>[0]): string[] {
  return value === null ? [] : [value].flat().map((one) => str(one));
}

function isWanted(row: ReturnType<typeof shown>, wanted: Arguments): boolean {
  const { minion_id, master_id, severity, install_behavior, pending_reboot, ipv4, ipv6 } = wanted;
  return (
    holds(row.advisory_id, wanted.advisory_id) &&
    holds(row.display_name, wanted.display_name) &&
    holds(row.display_name, wanted.advisory_title) &&
    holds(row.cve_id, wanted.cve_id) &&
    holds(row.pkg_name, wanted.pkg_name) &&
    holds(row.osfullname, wanted.osfullname) &&
    (minion_id === null || row.minion_id === minion_id) &&
    (master_id === null || row.master_id === master_id) &&
    (severity === null || row.severity === severity) &&
    (install_behavior === null || row.install_behavior === install_behavior) &&
    (pending_reboot === null || String(row.pending_reboot) === pending_reboot) &&
    (ipv4 === null || row.ipv4.some((one) => holds(one, ipv4))) &&
    (ipv6 === null || row.ipv6.some((one) => holds(one, ipv6)))
  );
}

function unsupported({ uuid, imported }: VmanPolicy, args: Arguments) {
  const rows = imported
    .filter(({ kind }) => kind === 'unsupported')
    .map(({ tpa_uuid, tp_advisory_id, tp_ip, tp_extra_data }) => ({
      policy_uuid: uuid,
      advisory_uuid: tpa_uuid,
      advisory_id: tp_advisory_id,
      display_name: tp_extra_data['pluginName'] ?? tp_advisory_id,
      ipv4: [tp_ip],
    }))
    .filter(
      (row) =>
        holds(row.advisory_id, args.advisory_id) && holds(row.display_name, args.display_name),
    );
  return pageOf(rows, args, (row, name) =>
    name === 'display_name' ? row.display_name : row.advisory_id,
  );
}
