import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { holds, pageOf } from '../../paging.ts';
import { RUN_FUNCTIONS } from '../../policies/policy.ts';
import { expectGiven } from '../../rpc/expect-given.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { StagedRow } from '../../vman/third-party-import.ts';
import { expectImport } from './imports.ts';

/** Gives the rows of an import whose advisory and minion are known. */
export function getSupportedAdvisories({
  raas,
  args,
}: Call<Vman['get_supported_advisories']['arguments']>): Vman['get_supported_advisories']['reply'] {
  const rows = expectImport(raas, args.import_uuid)
    .rows.flatMap(shownSupported)
    .filter(
      ({ advisory_id, minion_id }) =>
        holds(advisory_id, args.advisory_id) && holds(minion_id, args.minion_id),
    );
  return pageOf(rows, args, (row, name) =>
    name === 'display_name' ? row.advisory_name : row[name as 'minion_id'],
  );
}

function shownSupported({ finding, ...row }: StagedRow) {
  if (finding === undefined) return [];
  const { advisory, affected, place } = finding;
  return [
    {
      uuid: row.uuid,
      import_uuid: row.import_uuid,
      tpa_uuid: row.tpa_uuid,
      advisory_uuid: advisory.uuid,
      advisory_id: advisory.advisory_id,
      advisory_name: advisory.title,
      severity: advisory.severity,
      comment: '',
      duration: 0,
      fun: RUN_FUNCTIONS.assess,
      start_time: null,
      master_id: place.attached.master_id,
      master_uuid: place.attached.uuid,
      minion_id: place.minion.id,
      pkg_name: affected.name,
      pkg_version_advisory: affected.fixed,
      selected_for_import: row.selected,
    },
  ];
}

/** Gives the rows of an import whose advisory, or minion, is not known. */
export function getUnsupportedAdvisories({
  raas,
  args,
}: Call<
  Vman['get_unsupported_advisories']['arguments']
>): Vman['get_unsupported_advisories']['reply'] {
  const { rows } = expectImport(raas, args.import_uuid);
  const wanted = rows.filter(
    ({ kind, tp_advisory_id, tp_ip }) =>
      kind !== 'supported' &&
      (args.advisory_type === null || kind === args.advisory_type) &&
      holds(tp_advisory_id, args.advisory_id) &&
      holds(tp_ip, args.ip),
  );
  const { count, results } = pageOf(wanted, args, (row, name) =>
    name === 'ip' ? row.tp_ip : row.tp_advisory_id,
  );
  const shown = results.map(({ uuid, import_uuid, kind, selected, ...row }) => ({
    uuid,
    import_uuid,
    importable: kind === 'unsupported',
    analysis_comment:
      kind === 'unsupported' ? 'No advisory has this CVE.' : 'No minion has this address.',
    selected_for_import: selected,
    tp_advisory_id: row.tp_advisory_id,
    tp_ip: row.tp_ip,
    tp_extra_data: { ...row.tp_extra_data },
  }));
  return { count, results: shown };
}

/** Gives how many rows of an import are selected. */
export function getSelectedCount({
  raas,
  args: { import_uuid, advisory_type },
}: Call<Vman['get_selected_for_import_cnt']['arguments']>): { count: number } {
  const { rows } = expectImport(raas, import_uuid);
  const selected = rows.filter(
    (row) => row.selected && (advisory_type === null || row.kind === advisory_type),
  );
  return { count: selected.length };
}

/** Selects rows of imports, or does not. */
export function selectRows({
  raas,
  args,
}: Call<Vman['update_third_party_staging_data']['arguments']>): null {
  const known = [...raas.vman.imports.values()]
    .filter(({ state }) => state === 'staged')
    .flatMap(({ rows }) => rows);
  const rows = expectGiven<readonly string[]>(args.tpmp_uuids, 'tpmp_uuids').map((uuid) => {
    const row = known.find((one) => one.uuid === uuid);
    if (row !== undefined && row.kind !== 'unmatched') return row;
    throw new RpcError('NotFound', `There is no row ${uuid} that can be imported.`, {
      tpmp_uuids: uuid,
    });
  });
  for (const row of rows) row.selected = args.selected_for_import;
  return null;
}

/** Selects every row of a kind in an import, or none. */
export function selectAllRows({
  raas,
  args: { import_uuid, selected_for_import, advisory_type },
}: Call<Vman['update_all_third_party_staging_data']['arguments']>): null {
  for (const row of expectImport(raas, import_uuid).rows)
    if (row.kind === (advisory_type ?? 'supported')) row.selected = selected_for_import;
  return null;
}
