import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { isoformat } from '../../../python/datetime.ts';
import { str } from '../../../python/repr.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import { placesOf } from '../../policies/run-policy.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { CONNECTOR_VENDORS } from '../../vman/connector-forms.ts';
import { readScan } from '../../vman/scanned.ts';
import { countRows, stageImport } from '../../vman/stage-import.ts';
import { noteVmanStats } from '../../vman/stats.ts';
import type { ThirdPartyImport } from '../../vman/third-party-import.ts';
import type { VmanPolicy } from '../../vman/vman.ts';
import { findingsOn } from '../../vman/vulnerabilities.ts';

/** Reads a scan for a policy, and keeps its rows to be looked through. */
export function importScan({
  raas,
  args,
}: Call<Vman['import_scan']['arguments']>): Vman['import_scan']['reply'] {
  const policy = policyOf(raas, args);
  const staged = stageImport(raas, policy, args.thirdparty_source, readScan(args.data));
  return { import_uuid: staged.uuid, ...countRows(staged) };
}

/** @throws RpcError where neither a uuid nor a name says which policy there is */
function policyOf(
  { vman: { policies } }: Raas,
  { policy_uuid, policy_name }: Vman['import_scan']['arguments'],
): VmanPolicy {
  if (policy_uuid !== null) return expectPolicy(policies, policy_uuid);
  const named = [...policies.values()].find(({ name }) => name === policy_name);
  if (named !== undefined) return named;
  if (policy_name === null)
    throw new RpcError('InvalidRequest', 'A scan is imported for a policy.', {
      policy_uuid: 'is missing, and so is policy_name',
    });
  throw new RpcError('NotFound', `There is no policy ${policy_name}.`, { policy_name });
}

/** Has the connector of a vendor scan the minions of a policy: it finds what an assessment finds. */
export function importScanViaApi({
  raas,
  args: { thirdparty_source, policy_uuid },
}: Call<Vman['import_scan_via_api']['arguments']>): Vman['import_scan_via_api']['reply'] {
  const policy = expectPolicy(raas.vman.policies, policy_uuid);
  const vendor = CONNECTOR_VENDORS.find((one) => one === thirdparty_source);
  if (vendor === undefined || !raas.vman.connectors.has(vendor))
    throw new RpcError('FailedResourceDependency', `${thirdparty_source} has no connector.`, {
      thirdparty_source,
    });
  const scan = placesOf(raas, policy).flatMap((place) =>
    findingsOn(raas, place).map(({ advisory }) => ({
      host: place.minion.id,
      ip: str([place.minion.grains.get('ipv4') ?? ''].flat()[0] ?? ''),
      cve_id: advisory.cve.cve_id,
      extra: {},
    })),
  );
  return { import_uuid: stageImport(raas, policy, thirdparty_source, scan).uuid };
}

/** Gives what there is to know of an import. */
export function getThirdPartyImport({
  raas,
  args,
}: Call<Vman['get_third_party_import']['arguments']>): Vman['get_third_party_import']['reply'] {
  const staged = expectImport(raas, args.import_uuid);
  const { uuid, policy_uuid, tp_source, started, ended, state } = staged;
  return {
    import_uuid: uuid,
    policy_uuid,
    tp_source,
    start_time: isoformat(started),
    end_time: isoformat(ended),
    creation_date: isoformat(started),
    analysis_stats: countRows(staged),
    state,
  };
}

/** Adds the selected rows of an import to its policy. What nobody is known for is noted with them. */
export function commitImport({
  raas,
  args,
}: Call<Vman['commit_third_party_staging_data']['arguments']>): null {
  const staged = expectImport(raas, args.import_uuid);
  if (staged.state === 'committed')
    throw new RpcError('InvalidRequest', `The import ${staged.uuid} was committed already.`, {
      import_uuid: 'was committed',
    });
  const { imported } = expectPolicy(raas.vman.policies, staged.policy_uuid);
  imported.push(...staged.rows.filter(({ selected, kind }) => selected || kind === 'unmatched'));
  staged.state = 'committed';
  noteVmanStats(raas);
  return null;
}

/** Forgets an import; what of it was committed stays with the policy. */
export function deleteImport({
  raas,
  args,
}: Call<Vman['delete_third_party_import']['arguments']>): null {
  raas.vman.imports.delete(expectImport(raas, args.import_uuid).uuid);
  return null;
}

/** @throws RpcError where there is no import of the uuid */
export function expectImport({ vman }: Raas, import_uuid: string): ThirdPartyImport {
  const staged = vman.imports.get(import_uuid);
  if (staged !== undefined) return staged;
  throw new RpcError('NotFound', `There is no import ${import_uuid}.`, { import_uuid });
}
