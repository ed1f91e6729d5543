import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { toJson, toPython, type Json, type JsonObject } from '../../json.ts';
import { equals } from '../../../python/equals.ts';
import { holds, holdsAny, pageOf, type SortKey } from '../../paging.ts';
import { groupBy } from '../../policies/group-by.ts';
import { RUN_FUNCTIONS } from '../../policies/policy.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { exemptionOf } from '../../sec/compliance.ts';
import { latestResults, type LatestResult } from '../../sec/latest-results.ts';
import { statusOf } from '../../sec/stats.ts';
import type { SecPolicy } from '../../sec/sec.ts';

type Arguments = Sec['get_check_minions']['arguments'];
type Reply = Sec['get_check_minions']['reply'];

/** Gives what became last of each check of a policy on each minion, and summaries that are asked for. */
export function getCheckMinions({ raas, args }: Call<Arguments>): Reply {
  const policy = expectPolicy(raas.sec.policies, args.policy_uuid);
  const results = latestResults(raas.sec, policy, args).filter((result) =>
    isWanted(policy, result, args),
  );
  const rows = results.map((result) => shown(policy, result));
  return {
    ...pageOf(rows, args, sortKey),
    ...summaries(policy, results, args.include_in_response ?? []),
  };
}

function isWanted(policy: SecPolicy, result: LatestResult, wanted: Arguments): boolean {
  const { check, place, state, comment, changes } = result;
  const { check_uuid, check_names, minion_ids, exempt, grains } = wanted;
  const hasState = wanted.state === null || wanted.state.includes(state) !== wanted.state_invert;
  return (
    hasState &&
    (check_uuid === null || check.uuid === check_uuid) &&
    holdsAny(check.name, check_names) &&
    (minion_ids === null || minion_ids.includes(place.minion.id)) &&
    (exempt === null || exempt === (exemptionOf(policy, check, place) !== undefined)) &&
    holds(comment, wanted.comment) &&
    holds(changes, wanted.changes) &&
    Object.entries((grains ?? {}) as JsonObject).every(([name, value]) =>
      equals(place.minion.grains.get(name) ?? null, toPython(value)),
    )
  );
}

function shown(policy: SecPolicy, { check, place, run, ...result }: LatestResult) {
  const { minion, attached } = place;
  return {
    check_uuid: check.uuid,
    check_name: check.name,
    check_display_name: check.display_name,
    check_version: check.version,
    policy_uuid: policy.uuid,
    policy_name: policy.name,
    master_id: attached.master_id,
    minion_id: minion.id,
    state: result.state,
    comment: result.comment,
    changes: result.changes,
    duration: result.duration,
    exempt: exemptionOf(policy, check, place) !== undefined,
    jid: run.jid,
    fun: RUN_FUNCTIONS[run.action],
    grains: grainsOf(minion.grains),
  };
}

/** Of the grains, those that tell systems apart. */
function grainsOf(grains: LatestResult['place']['minion']['grains']): Record<string, Json> {
  const names = ['os', 'osfullname', 'osrelease', 'os_family', 'kernel'];
  return Object.fromEntries(names.map((name) => [name, toJson(grains.get(name) ?? null)]));
}

/** A state stands for whether a row has it. */
function sortKey(row: ReturnType<typeof shown>, name: string): SortKey {
  if (name === 'grains') return JSON.stringify(row.grains);
  return name in row ? row[name as 'state'] : row.state === name;
}

function summaries(
  policy: SecPolicy,
  results: readonly LatestResult[],
  wanted: readonly string[],
): Record<string, unknown> {
  const byCheck = () =>
    [...groupBy(results, ({ check }) => check)].map(([check, some]) => ({
      check_uuid: check.uuid,
      check_name: check.name,
      ...statusOf(some),
    }));
  const byMinion = () =>
    [...groupBy(results, ({ place: { minion } }) => minion)].map(([minion, some]) => ({
      minion_id: minion.id,
      ...statusOf(some),
    }));
  const parts: Readonly<Record<string, () => unknown>> = {
    check_summary: byCheck,
    minion_summary: byMinion,
    check_stats: () => ({ count: byCheck().length }),
    minion_stats: () => ({ count: byMinion().length }),
    overall_stats: () => statusOf(results),
    check_report: () => results.map((result) => shown(policy, result)),
    check_exempt: () => [...policy.exemptions.values()],
  };
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const part = parts[name];
      return part === undefined ? [] : [[name, part()]];
    }),
  );
}
