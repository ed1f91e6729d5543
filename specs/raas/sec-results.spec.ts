import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { expectPaging, expectReversed } from './paging.ts';
import { assessed, finished, jidIn, oneMinion, otherMinions, savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
  needs: ['writes', 'superuser', 'minion'],
} as const;

const INFERRED = {
  level: 'should',
  source: { inferred: 'the parameters of the method, which have the names of members of its rows' },
  confidence: 'inferred',
  needs: ['writes', 'superuser', 'minion'],
} as const;

/** A policy of a target that was assessed. */
async function assessedPolicy(target: RaasTarget, on = oneMinion): Promise<string> {
  const policy_uuid = await savePolicy(target, 'sec', { tgt_uuid: await on(target) });
  await assessed(target, 'sec', policy_uuid);
  return policy_uuid;
}

/** What became of the checks of a policy. */
async function resultsOf(target: RaasTarget, policy_uuid: string, given: object = {}) {
  const kwarg = { policy_uuid, limit: 0, ...given };
  return (await target.reply('sec', 'get_check_minions', kwarg)).results;
}

requirement(
  'raas.sec.results',
  {
    ...CLIENT,
    text: 'sec.get_check_minions tells of an assessed policy what became of its checks, and nothing before.',
  },
  async ({ target }) => {
    const policy_uuid = await savePolicy(target, 'sec');
    expect(await resultsOf(target, policy_uuid)).toEqual([]);
    await assessed(target, 'sec', policy_uuid);
    const results = await resultsOf(target, policy_uuid);
    expect(results.length).toBeGreaterThan(0);
    for (const row of results) expect(row).toMatchObject({ policy_uuid });
    const checks = await target.reply('sec', 'get_checks', { policy_uuid, limit: 0 });
    expect(new Set(results.map((row) => row.check_uuid))).toEqual(
      new Set(checks.results.map(({ uuid }) => uuid)),
    );
  },
);

requirement(
  'raas.sec.results-by-state',
  {
    ...INFERRED,
    text: 'sec.get_check_minions gives the rows of some states, and with state_invert the others.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target);
    const all = await resultsOf(target, policy_uuid);
    const state = ['compliant', 'unknown'];
    const these = await resultsOf(target, policy_uuid, { state });
    const others = await resultsOf(target, policy_uuid, { state, state_invert: true });
    expect(these.length + others.length).toBe(all.length);
    for (const row of these) expect(state).toContain(row.state);
    for (const row of others) expect(state).not.toContain(row.state);
  },
);

requirement(
  'raas.sec.results-filters',
  {
    ...INFERRED,
    text: 'sec.get_check_minions finds rows by check and by minion.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target);
    const [first] = await resultsOf(target, policy_uuid);
    const { check_uuid, check_name } = first ?? {};
    for (const given of [{ check_uuid }, { check_names: [check_name] }]) {
      const rows = await resultsOf(target, policy_uuid, given);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.check_uuid))).toEqual(new Set([check_uuid]));
    }
    const minion_ids = [field(first, 'minion_id')];
    const rows = await resultsOf(target, policy_uuid, { minion_ids });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => field(row, 'minion_id')))).toEqual(new Set(minion_ids));
    expect(await resultsOf(target, policy_uuid, { minion_ids: ['saltproof-nobody'] })).toEqual([]);
    expect(await resultsOf(target, policy_uuid, { action: 'remediate' })).toEqual([]);
  },
);

requirement(
  'raas.sec.results-pages',
  {
    ...INFERRED,
    text: 'The pages of sec.get_check_minions have each row once, and reverse turns their order round.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target);
    const listing = {
      resource: 'sec',
      method: 'get_check_minions',
      kwarg: { policy_uuid },
      key: ['check_uuid', 'minion_id'],
    };
    await expectPaging(target.caller, listing);
    await expectReversed(target.caller, listing, 'check_name');
  },
);

requirement(
  'raas.sec.results-summaries',
  {
    level: 'may',
    source: { inferred: 'what can be included is named, not how it looks' },
    confidence: 'unknown',
    needs: ['writes', 'superuser', 'minion'],
    text: 'sec.get_check_minions gives summaries that are asked for beside its rows.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target);
    const include_in_response = ['check_summary', 'overall_stats'];
    const told = await target.ret('sec', 'get_check_minions', { policy_uuid, include_in_response });
    expect(field(told, 'check_summary')).toEqual(expect.any(Array));
    const all = Object.values(field(told, 'overall_stats') ?? {}).map(Number);
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(field(told, 'count'));
  },
);

requirement(
  'raas.sec.policy-stats',
  {
    ...INFERRED,
    text: 'The stats of a policy, where they are to be included, count its results by state.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target);
    const { results } = await target.reply('sec', 'get_policies', {
      policy_uuids: [policy_uuid],
      include_stats: true,
    });
    const stats = results[0]?.stats ?? {};
    const rows = await resultsOf(target, policy_uuid);
    for (const state of ['compliant', 'noncompliant', 'error'])
      expect(stats[state] ?? 0).toBe(rows.filter((row) => row.state === state).length);
  },
);

requirement(
  'raas.sec.report',
  {
    ...CLIENT,
    text: 'sec.download_policy_report gives a text of JSON of the last run, or of that of a jid.',
  },
  async ({ target }) => {
    const policy_uuid = await savePolicy(target, 'sec');
    const jid = await assessed(target, 'sec', policy_uuid);
    for (const given of [{}, { jid }]) {
      const kwarg = { policy_uuid, ...given };
      const text = await target.reply('sec', 'download_policy_report', kwarg);
      expect(JSON.parse(text)).toEqual(expect.any(Object));
    }
  },
);

requirement(
  'raas.sec.report-unknown',
  {
    ...INFERRED,
    source: { inferred: 'there is nothing to report' },
    text: 'sec.download_policy_report of a policy that there is not is an error.',
  },
  async ({ target }) => {
    expectError(await target.rpc('sec', 'download_policy_report', { policy_uuid: NO_UUID }));
  },
);

requirement(
  'raas.sec.exemption-save',
  {
    ...CLIENT,
    text: 'sec.save_exemption gives a row for each check and minion, with a uuid, the policy and the reason.',
  },
  async ({ target }) => {
    const { master, minion } = target.minion;
    const policy_uuid = await savePolicy(target, 'sec');
    const checks = await target.reply('sec', 'get_checks', { policy_uuid, limit: 2 });
    const check_uuids = checks.results.map(({ uuid }) => uuid);
    const reason = 'Saltproof: für später';
    const minion_ids = [{ [master]: [minion] }];
    const saved = await target.reply('sec', 'save_exemption', {
      policy_uuid,
      check_uuids,
      minion_ids,
      reason,
    });
    expect(saved.count).toBe(check_uuids.length);
    expect(saved.results.map((row) => row.check_uuid).toSorted()).toEqual(check_uuids.toSorted());
    for (const row of saved.results)
      expect(row).toMatchObject({ policy_uuid, master_id: master, minion_id: minion, reason });
  },
);

requirement(
  'raas.sec.exemption-delete',
  {
    ...CLIENT,
    text: 'An exemption stands among the dependencies of its check until sec.delete_exemption takes it away and gives its uuid.',
  },
  async ({ target }) => {
    const { master, minion } = target.minion;
    const policy_uuid = await savePolicy(target, 'sec');
    const checks = await target.reply('sec', 'get_checks', { policy_uuid, limit: 1 });
    const check_uuid = checks.results[0]?.uuid;
    const saved = await target.reply('sec', 'save_exemption', {
      policy_uuid,
      check_uuids: [check_uuid],
      minion_ids: [{ [master]: [minion] }],
      reason: 'Saltproof',
    });
    const exemption_uuid = saved.results[0]?.uuid;
    const exemptions = async (): Promise<unknown[]> => {
      const told = await target.reply('sec', 'get_check_dependencies', { check_uuid });
      return (told.exemptions ?? []).map(({ uuid }) => uuid);
    };
    expect(await exemptions()).toContain(exemption_uuid);
    const given = { policy_uuid, exemption_uuid };
    expect(await target.reply('sec', 'delete_exemption', given)).toMatchObject({
      uuid: exemption_uuid,
    });
    expect(await exemptions()).not.toContain(exemption_uuid);
    expectError(await target.rpc('sec', 'delete_exemption', given));
  },
);

requirement(
  'raas.sec.exempt-results',
  {
    ...INFERRED,
    text: 'sec.get_check_minions tells results that are exempt from those that are not.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target);
    const all = await resultsOf(target, policy_uuid);
    const check_uuid = all[0]?.check_uuid;
    const given = { policy_uuid, check_uuids: [check_uuid], reason: 'Saltproof' };
    await target.reply('sec', 'save_exemption', given);
    const exempt = await resultsOf(target, policy_uuid, { exempt: true });
    expect(new Set(exempt.map((row) => row.check_uuid))).toEqual(new Set([check_uuid]));
    const others = await resultsOf(target, policy_uuid, { exempt: false });
    expect(others.map((row) => row.check_uuid)).not.toContain(check_uuid);
    expect(exempt.length + others.length).toBe(all.length);
  },
);

requirement(
  'raas.sec.remediate',
  {
    ...INFERRED,
    // It changes minions for good: not on any server that somebody needs.
    needs: ['writes', 'superuser', 'minion', 'tellable clock'],
    source: { inferred: 'what remediating means' },
    text: 'sec.remediate_policy makes compliant what a check finds wrong on a minion, and has it in the history.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedPolicy(target, otherMinions);
    const [wrong] = await resultsOf(target, policy_uuid, { state: ['noncompliant'] });
    expect(wrong).toBeDefined();
    const { check_uuid } = wrong ?? {};
    const [master, minion] = [field(wrong, 'master_id'), field(wrong, 'minion_id')];
    const begun = await target.reply('sec', 'remediate_policy', {
      policy_uuid,
      check_uuids: [check_uuid],
      minions: { [String(master)]: [minion] },
    });
    const jid = await finished(target, 'sec', policy_uuid, jidIn(begun));
    await assessed(target, 'sec', policy_uuid);
    const [now] = await resultsOf(target, policy_uuid, { check_uuid, minion_ids: [minion] });
    expect(now?.state).toBe('compliant');
    const { results } = await target.reply('sec', 'get_policies', {
      policy_uuids: [policy_uuid],
    });
    expect(results[0]?.last_remed_jid).toBe(jid);
  },
);
