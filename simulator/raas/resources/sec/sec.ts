import { functionOf } from '../../policies/policy-row.ts';
import { runHistory } from '../../policies/run-history.ts';
import { deletePolicy, expectPolicy } from '../../policies/save-policy.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { noteSecStats, secStats } from '../../sec/stats.ts';
import {
  deleteCustomBenchmarks,
  deleteCustomChecks,
  getBenchmarkDependencies,
  getCheckDependencies,
} from './dependencies.ts';
import { deleteExemption, saveExemption } from './exemptions.ts';
import { getBenchmarks } from './get-benchmarks.ts';
import { getCheckMinions } from './get-check-minions.ts';
import { getCheckDetails, getChecks, getCheckVariables } from './get-checks.ts';
import { getSecPolicies } from './get-policies.ts';
import {
  downloadSecContent,
  getSecContentStats,
  ingestAllContent,
  ingestCustomContent,
} from './ingest.ts';
import { assessSecPolicy, remediateSecPolicy } from './run-policy.ts';
import { saveSecPolicy } from './save-policy.ts';

/** The resource `sec`: whether minions comply with benchmarks (raas §7). */
export const sec: Resource<'sec'> = {
  get_benchmarks: getBenchmarks,
  get_benchmark_dependencies: getBenchmarkDependencies,
  delete_custom_benchmarks: deleteCustomBenchmarks,
  get_checks: getChecks,
  get_check_details: getCheckDetails,
  get_check_variables: getCheckVariables,
  get_check_dependencies: getCheckDependencies,
  get_check_minions: getCheckMinions,
  delete_custom_checks: deleteCustomChecks,
  get_policies: getSecPolicies,
  save_policy: saveSecPolicy,
  delete_policy({ raas, args }) {
    deletePolicy(raas, raas.sec.policies, args.policy_uuid);
    noteSecStats(raas);
    return true;
  },
  assess_policy: assessSecPolicy,
  remediate_policy: remediateSecPolicy,
  get_policy_run_history: ({ raas, args }) =>
    runHistory(raas, expectPolicy(raas.sec.policies, args.policy_uuid), raas.sec.runs, args),
  download_policy_report({ raas, args }) {
    const { uuid, name } = expectPolicy(raas.sec.policies, args.policy_uuid);
    const { jid } = args;
    const run = raas.sec.runs.findLast(
      (one) => one.policy_uuid === uuid && (jid === null || one.jid === jid),
    );
    if (run === undefined)
      throw new RpcError('NotFound', `There is no report of ${name}: it was not run.`, { jid });
    const rows = run.results.map(({ check, place, state, comment, changes, duration }) => ({
      check_name: check.name,
      check_display_name: check.display_name,
      master_id: place.attached.master_id,
      minion_id: place.minion.id,
      state,
      comment,
      changes,
      duration,
    }));
    return JSON.stringify({
      policy_uuid: uuid,
      policy_name: name,
      jid: run.jid,
      fun: functionOf(run),
      results: rows,
    });
  },
  save_exemption: saveExemption,
  delete_exemption: deleteExemption,
  get_stats({ raas, args: { include_in_response: wanted } }) {
    const blocks = Object.entries(secStats(raas));
    return Object.fromEntries(blocks.filter(([name]) => wanted?.includes(name) ?? true));
  },
  get_stats_history: ({ raas, args }) => raas.sec.history.since(raas, args),
  get_content_stats: getSecContentStats,
  download_content: downloadSecContent,
  ingest_all_content: ingestAllContent,
  ingest_custom_content: ingestCustomContent,
};
