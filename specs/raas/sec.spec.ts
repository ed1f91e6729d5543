import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { expectPaging, expectReversed, type Listing } from './paging.ts';
import { aBenchmark } from './policies.ts';
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

/** A list of shipped content alone: what is custom may come and go meanwhile. */
const LISTINGS = {
  benchmarks: async (target) => {
    const { results } = await target.reply('sec', 'get_benchmarks', { limit: 0 });
    const shipped = results.filter(({ user_flag }) => user_flag === 'S').slice(0, 20);
    const names = shipped.map(({ name }) => name);
    return { resource: 'sec', method: 'get_benchmarks', kwarg: { names } };
  },
  checks: () => ({ resource: 'sec', method: 'get_checks', kwarg: { user_flag: 'S' } }),
  variables: async (target) => {
    const checks = await target.reply('sec', 'get_checks', { user_flag: 'S', limit: 0 });
    const check_uuids = checks.results.map(({ uuid }) => uuid);
    return {
      resource: 'sec',
      method: 'get_check_variables',
      kwarg: { check_uuids },
      key: ['check_uuid'],
    };
  },
} satisfies Record<string, (target: RaasTarget) => Listing | Promise<Listing>>;

for (const [what, listing] of Object.entries(LISTINGS)) {
  requirement(
    `raas.sec.${what}-pages`,
    {
      ...CLIENT,
      text: `The pages of the list of ${what} of sec have each of them once, and count is that of all.`,
    },
    async ({ target }) => expectPaging(target.caller, await listing(target)),
  );

  requirement(
    `raas.sec.${what}-reverse`,
    { ...CLIENT, text: `The list of ${what} of sec is turned round with reverse.` },
    async ({ target }) => {
      const by = what === 'variables' ? 'check_name' : 'name';
      await expectReversed(target.caller, await listing(target), by);
    },
  );
}

requirement(
  'raas.sec.benchmarks-filters',
  {
    ...FILTERS,
    text: 'sec.get_benchmarks finds a benchmark by its uuid, name, system, authority and type.',
  },
  async ({ target }) => {
    const { uuid, name, os, authority, type } = await aBenchmark(target);
    const found = async (given: object): Promise<string[]> =>
      (await target.reply('sec', 'get_benchmarks', { limit: 0, ...given })).results.map(
        (one) => one.uuid,
      );
    expect(await found({ benchmark_uuid: uuid })).toEqual([uuid]);
    for (const [parameter, value] of [
      ['names', name],
      ['os', os],
      ['authority_names', authority],
      ['type_names', type],
    ] as const) {
      expect(await found({ [parameter]: [value] })).toContain(uuid);
      expect(await found({ [parameter]: ['saltproof-nothing'] })).toEqual([]);
    }
  },
);

requirement(
  'raas.sec.checks-filters',
  {
    ...FILTERS,
    text: 'sec.get_checks finds checks by name, by benchmark, and by whether they are custom.',
  },
  async ({ target }) => {
    const { uuid } = await aBenchmark(target);
    const benchmark_uuids = [uuid];
    const all = await target.reply('sec', 'get_checks', { benchmark_uuids, limit: 0 });
    const { count } = await target.reply('sec', 'get_checks', { limit: 0 });
    expect(all.count).toBeLessThan(count);
    const [first] = all.results;
    const named = await target.reply('sec', 'get_checks', { names: [first?.name], limit: 0 });
    expect(named.results.map((check) => check.uuid)).toContain(first?.uuid);
    const nothing = { names: ['saltproof-nothing'] };
    expect((await target.reply('sec', 'get_checks', nothing)).count).toBe(0);
    // In one request, for what is custom may come and go.
    const { ret } = await target.batch(
      [null, 'C', 'S'].map((user_flag) => ({
        resource: 'sec',
        method: 'get_checks',
        given: { user_flag, limit: 1 },
      })),
    );
    const [whole, custom, shipped] = ret.map((answer) => Number(field(answer.ret, 'count')));
    expect(Number(custom) + Number(shipped)).toBe(whole);
    expect(shipped).toBeGreaterThan(0);
  },
);

requirement(
  'raas.sec.check-details',
  { ...CLIENT, text: 'sec.get_check_details tells of a check what the list tells of it.' },
  async ({ target }) => {
    const { results } = await target.reply('sec', 'get_checks', { limit: 2, sort_by: 'name' });
    expect(results.length).toBeGreaterThan(0);
    for (const { uuid, name, display_name, version } of results) {
      const details = await target.reply('sec', 'get_check_details', { check_uuid: uuid });
      expect(details).toMatchObject({ uuid, name, display_name, version });
    }
  },
);

requirement(
  'raas.sec.unknown-content',
  {
    ...FILTERS,
    source: { inferred: 'there is nothing to tell of' },
    text: 'Benchmarks and checks that there are not have no details and no dependencies.',
  },
  async ({ target }) => {
    for (const [method, parameter] of [
      ['get_check_details', 'check_uuid'],
      ['get_check_dependencies', 'check_uuid'],
      ['get_benchmark_dependencies', 'benchmark_uuid'],
    ] as const)
      expectError(await target.rpc('sec', method, { [parameter]: NO_UUID }));
  },
);

requirement(
  'raas.sec.variables',
  {
    ...CLIENT,
    ...TOLD_BY_NAMES,
    text: 'sec.get_check_variables lists what can be set of checks, each with its standard value, and none of checks that are excluded.',
  },
  async ({ target }) => {
    const { results } = await target.reply('sec', 'get_check_variables', { limit: 0 });
    for (const { check_uuid, variables } of results)
      for (const variable of variables) expect(variable).toMatchObject({ check_uuid });
    const [first] = results;
    expect(first?.variables.length).toBeGreaterThan(0);
    const uuids = [first?.check_uuid];
    const of = async (given: object): Promise<string[]> =>
      (await target.reply('sec', 'get_check_variables', { limit: 0, ...given })).results.map(
        (row) => row.check_uuid,
      );
    expect(await of({ check_uuids: uuids })).toEqual(uuids);
    expect(await of({ exclude_check_uuids: uuids })).not.toContain(first?.check_uuid);
  },
);

requirement(
  'raas.sec.content-stats',
  {
    ...CLIENT,
    text: 'sec.get_content_stats tells when content came in, that of the vendor or custom content.',
  },
  async ({ target }) => {
    const shipped = await target.reply('sec', 'get_content_stats');
    expect(shipped.errors).toEqual([]);
    const custom = await target.reply('sec', 'get_content_stats', { custom: true });
    expect(shipped.results).not.toBe(null);
    expect(custom.results?.uuid).not.toBe(shipped.results?.uuid);
  },
);

requirement(
  'raas.sec.stats',
  {
    ...CLIENT,
    ...TOLD_BY_NAMES,
    text: 'sec.get_stats counts policies, runs, the checks of each benchmark and the states of compliance.',
  },
  async ({ target }) => {
    const stats = await target.reply('sec', 'get_stats');
    const { uuid, name } = await aBenchmark(target);
    const benchmark_uuids = [uuid];
    const { count } = await target.reply('sec', 'get_checks', { benchmark_uuids, limit: 1 });
    expect(Object.values(stats.checks_by_benchmark ?? {})).toContain(count);
    expect(name).not.toBe('');
    for (const block of ['policies_created', 'remediation_jobs_run', 'policies_with_schedule'])
      expect(stats).toHaveProperty(block, expect.any(Number));
    expect(stats.status_all_time).toEqual(expect.any(Object));
  },
);
