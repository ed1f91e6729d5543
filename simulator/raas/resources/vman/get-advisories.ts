import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { isoformat } from '../../../python/datetime.ts';
import { holds, pageOf } from '../../paging.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import type { Advisory } from '../../vman/advisory.ts';
import type { RowKind, StagedRow } from '../../vman/third-party-import.ts';
import type { StateLink } from '../../vman/vman.ts';
import { openFindings } from '../../vman/vulnerabilities.ts';

type Arguments = Vman['get_advisories']['arguments'];

/** An advisory of whatever kind. */
interface Row {
  readonly uuid: string;
  readonly advisory_id: string;
  readonly advisory_type: RowKind;
  readonly title: string;
  readonly description: string;
  readonly severity: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Gives advisories with the state files that are linked to them: all that are known, or those of a policy. */
export function getAdvisories({ raas, args }: Call<Arguments>): Vman['get_advisories']['reply'] {
  const { policy_uuid, advisory_state_xref_uuid, advisory_id, advisory_type } = args;
  const rows = rowsOf(raas, policy_uuid)
    .filter(
      (row) =>
        holds(row.advisory_id, advisory_id) &&
        (advisory_type === null || row.advisory_type === advisory_type),
    )
    .map((row) => ({ ...row, state_links: linksTo(raas, row, policy_uuid) }))
    .filter(
      ({ state_links }) =>
        advisory_state_xref_uuid === null ||
        state_links.some((link) => link.advisory_state_xref_uuid === advisory_state_xref_uuid),
    );
  return pageOf(rows, args, (row, name) => row[name as 'advisory_id']);
}

function rowsOf(raas: Raas, policy_uuid: string | null): Row[] {
  const { vman } = raas;
  const policies =
    policy_uuid === null ? [...vman.policies.values()] : [expectPolicy(vman.policies, policy_uuid)];
  const found = new Set(
    policies.flatMap((policy) => openFindings(raas, policy)).map(({ advisory }) => advisory),
  );
  const supported = vman.advisories.filter(
    (advisory) => policy_uuid === null || found.has(advisory),
  );
  const imported = policies.flatMap((policy) => policy.imported);
  const others = imported
    .filter(({ kind }) => kind !== 'supported')
    .map((row) => [`${row.kind} ${row.tpa_uuid}`, row] as const);
  return [
    ...supported.map(shownAdvisory),
    ...[...new Map(others).values()].map((row) => shownImported(raas, row)),
  ];
}

function shownAdvisory(advisory: Advisory): Row & Pick<Advisory, 'cve' | 'install_behavior'> {
  const { uuid, advisory_id, title, description, severity, cve, install_behavior } = advisory;
  return {
    uuid,
    advisory_id,
    advisory_type: 'supported',
    title,
    description,
    severity,
    install_behavior,
    cve,
    created_at: isoformat(advisory.created),
    updated_at: isoformat(advisory.created),
  };
}

function shownImported({ vman }: Raas, row: StagedRow): Row {
  const created = isoformat(vman.imports.get(row.import_uuid)?.ended ?? 0);
  return {
    uuid: row.tpa_uuid,
    advisory_id: row.tp_advisory_id,
    advisory_type: row.kind,
    title: row.tp_extra_data['pluginName'] ?? row.tp_advisory_id,
    description: '',
    severity: 'none',
    created_at: created,
    updated_at: created,
  };
}

function linksTo({ vman }: Raas, { advisory_id }: Row, policy_uuid: string | null) {
  return [...vman.stateLinks.values()]
    .filter(
      (link) =>
        link.advisory_id === advisory_id &&
        (policy_uuid === null || !link.link_to_policy || link.policy_uuid === policy_uuid),
    )
    .map(shownLink);
}

function shownLink({ uuid, created, updated, ...link }: StateLink) {
  return {
    advisory_state_xref_uuid: uuid,
    policy_uuid: link.policy_uuid,
    state_file_uuid: link.state_file_uuid,
    link_to_policy: link.link_to_policy,
    created_at: isoformat(created),
    updated_at: isoformat(updated),
  };
}
