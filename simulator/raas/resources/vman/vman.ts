import { isoformat } from '../../../python/datetime.ts';
import { runHistory } from '../../policies/run-history.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Resource } from '../../rpc/resource.ts';
import { CONNECTOR_VENDORS } from '../../vman/connector-forms.ts';
import { noteVmanStats, vmanStats } from '../../vman/stats.ts';
import { getConnector, getConnectorParams, saveConnector } from './connectors.ts';
import {
  deleteExemptionGroup,
  getExemptionGroups,
  getExemptions,
  saveExemptionGroup,
} from './exemptions.ts';
import { getAdvisories } from './get-advisories.ts';
import { getAdvisoryMinions } from './get-advisory-minions.ts';
import {
  commitImport,
  deleteImport,
  getThirdPartyImport,
  importScan,
  importScanViaApi,
} from './imports.ts';
import { deleteVmanPolicy, getVmanPolicies, saveVmanPolicy } from './policies.ts';
import { getDetailReport, getReports } from './reports.ts';
import { assessVmanPolicy, remediateVmanPolicy } from './run-policy.ts';
import {
  getSelectedCount,
  getSupportedAdvisories,
  getUnsupportedAdvisories,
  selectAllRows,
  selectRows,
} from './staging-data.ts';
import { deleteStateLink, saveStateLink } from './state-links.ts';

/** The resource `vman`: what is vulnerable on minions (raas §7). */
export const vman: Resource<'vman'> = {
  ping: () => true,
  get_policies: getVmanPolicies,
  save_policy: saveVmanPolicy,
  delete_policy: deleteVmanPolicy,
  assess_policy: assessVmanPolicy,
  remediate_policy: remediateVmanPolicy,
  get_policy_run_history: ({ raas, args }) =>
    runHistory(raas, expectPolicy(raas.vman.policies, args.policy_uuid), raas.vman.runs, args),
  get_advisories: getAdvisories,
  get_advisory_minions: getAdvisoryMinions,
  save_advisory_state_link: saveStateLink,
  delete_advisory_state_link: deleteStateLink,
  get_exemption_groups: getExemptionGroups,
  get_exemptions: getExemptions,
  save_exemption_group: saveExemptionGroup,
  delete_exemption_group: deleteExemptionGroup,
  get_vendors_with_connector_support: () => [...CONNECTOR_VENDORS],
  get_connector: getConnector,
  get_connector_params: getConnectorParams,
  save_connector: saveConnector,
  delete_connector: ({ raas, args }) => (raas.vman.connectors.delete(args.vendor) ? 1 : 0),
  import_scan: importScan,
  import_scan_via_api: importScanViaApi,
  get_third_party_import: getThirdPartyImport,
  get_supported_advisories: getSupportedAdvisories,
  get_unsupported_advisories: getUnsupportedAdvisories,
  get_selected_for_import_cnt: getSelectedCount,
  update_third_party_staging_data: selectRows,
  update_all_third_party_staging_data: selectAllRows,
  commit_third_party_staging_data: commitImport,
  delete_third_party_import: deleteImport,
  get_reports: getReports,
  get_detail_report: getDetailReport,
  get_stats({ raas, args: { include_in_response: wanted } }) {
    const blocks = Object.entries(vmanStats(raas));
    return Object.fromEntries(blocks.filter(([name]) => wanted?.includes(name) ?? true));
  },
  get_stats_history: ({ raas, args }) => raas.vman.history.since(raas, args),
  get_content_stats({ raas }) {
    const { uuid, file_name, created, ingested } = raas.vman.content;
    return {
      uuid,
      file_name,
      creation_date: isoformat(created),
      ingest_date: isoformat(ingested),
    };
  },
  download_content({ raas, args }) {
    if (args.auto_ingest ?? true) {
      raas.vman.content = { ...raas.vman.content, ingested: raas.clock.now() };
      noteVmanStats(raas);
    }
    return { success: true, errors: [] };
  },
};
