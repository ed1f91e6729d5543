import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { aBenchmark, savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';

const CLIENT = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
} as const;

const FILTERS = {
  level: 'should',
  source: { inferred: 'the parameters of the method, which have the names of members of its rows' },
  confidence: 'inferred',
} as const;

const WRITES = { needs: ['writes', 'superuser'] } as const;

requirement(
  'raas.sec.benchmarks-of-policy',
  {
    ...FILTERS,
    ...WRITES,
    text: 'A benchmark names the policies that use it, and is found by them.',
  },
  async ({ target }) => {
    const { uuid } = await aBenchmark(target);
    const policy_uuid = await savePolicy(target, 'sec', { benchmark_uuids: [uuid] });
    const { results } = await target.reply('sec', 'get_benchmarks', { policy_uuid });
    expect(results.map((one) => one.uuid)).toEqual([uuid]);
    expect(results[0]?.policies).toContain(policy_uuid);
  },
);

requirement(
  'raas.sec.benchmark-dependencies',
  {
    ...CLIENT,
    ...TOLD_BY_NAMES,
    ...WRITES,
    text: 'sec.get_benchmark_dependencies names the policies of a benchmark and its checks.',
  },
  async ({ target }) => {
    const { uuid } = await aBenchmark(target);
    const benchmark_uuids = [uuid];
    const policy_uuid = await savePolicy(target, 'sec', { benchmark_uuids });
    const told = await target.reply('sec', 'get_benchmark_dependencies', { benchmark_uuid: uuid });
    expect(told.policies).toContain(policy_uuid);
    const { results } = await target.reply('sec', 'get_checks', { benchmark_uuids, limit: 0 });
    const checks = results.map((check) => check.uuid).toSorted();
    expect(told.checks.map((check) => check.uuid).toSorted()).toEqual(checks);
  },
);

requirement(
  'raas.sec.variables-of-policy',
  {
    ...CLIENT,
    ...TOLD_BY_NAMES,
    ...WRITES,
    text: 'A value that a policy has for a variable of a check is listed with the policy.',
  },
  async ({ target }) => {
    const benchmark_uuids = [(await aBenchmark(target)).uuid];
    const known = await target.reply('sec', 'get_check_variables', { benchmark_uuids });
    const variable = known.results[0]?.variables[0];
    expect(variable).toBeDefined();
    const { check_uuid, name } = variable ?? {};
    const variables = [{ check_uuid, name, value: '17' }];
    const uuid = await savePolicy(target, 'sec', { benchmark_uuids, variables });
    const { results } = await target.reply('sec', 'get_policies', { policy_uuids: [uuid] });
    expect(results[0]?.variables).toEqual([
      expect.objectContaining({ check_uuid, var_name: name, var_value: '17' }),
    ]);
  },
);

requirement(
  'raas.sec.policy-checks',
  {
    ...CLIENT,
    ...WRITES,
    text: 'A policy has the checks of its benchmarks, those that are named only where some are, and none that is excluded.',
  },
  async ({ target }) => {
    const benchmark_uuids = [(await aBenchmark(target)).uuid];
    const checksOf = async (given: object): Promise<string[]> =>
      (await target.reply('sec', 'get_checks', { limit: 0, ...given })).results
        .map(({ uuid }) => uuid)
        .toSorted();
    const all = await checksOf({ benchmark_uuids });
    expect(all.length).toBeGreaterThan(1);
    const some = all.slice(0, 1);
    const policy_uuid = await savePolicy(target, 'sec', { benchmark_uuids });
    expect(await checksOf({ policy_uuid })).toEqual(all);
    const named = await savePolicy(target, 'sec', { benchmark_uuids, check_uuids: some });
    expect(await checksOf({ policy_uuid: named })).toEqual(some);
    const rest = await savePolicy(target, 'sec', { benchmark_uuids, exclude_check_uuids: some });
    expect(await checksOf({ policy_uuid: rest })).toEqual(all.slice(1));
  },
);

requirement(
  'raas.sec.policy-wrong-content',
  {
    ...FILTERS,
    ...WRITES,
    source: { inferred: 'a policy of what there is not checks nothing' },
    text: 'sec.save_policy refuses benchmarks that there are not, and to have none.',
  },
  async ({ target }) => {
    const standard = { name: target.unique('policy'), tgt_uuid: NO_UUID };
    for (const benchmark_uuids of [[NO_UUID], null, 'saltproof'])
      expectError(await target.rpc('sec', 'save_policy', { ...standard, benchmark_uuids }));
  },
);

requirement(
  'raas.sec.check-dependencies',
  {
    ...CLIENT,
    ...TOLD_BY_NAMES,
    ...WRITES,
    text: 'sec.get_check_dependencies names the policies, benchmarks and exemptions of a check, and only the parts that are asked for.',
  },
  async ({ target }) => {
    const { uuid } = await aBenchmark(target);
    const policy_uuid = await savePolicy(target, 'sec', { benchmark_uuids: [uuid] });
    const checks = await target.reply('sec', 'get_checks', { policy_uuid });
    const check_uuid = checks.results[0]?.uuid;
    const told = await target.reply('sec', 'get_check_dependencies', { check_uuid });
    expect(told.policies).toContain(policy_uuid);
    expect(told.benchmarks).toContain(uuid);
    expect(told.exemptions).toEqual(expect.any(Array));
    const include_in_response = ['policies'];
    const part = await target.reply('sec', 'get_check_dependencies', {
      check_uuid,
      include_in_response,
    });
    expect(keysOf(part)).toEqual(['policies']);
    expect(part.policies).toContain(policy_uuid);
  },
);
