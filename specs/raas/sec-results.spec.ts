import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { assessedChecks, checkResults } from './check-results.ts';
import { expectPaging, expectReversed } from './paging.ts';
import { assessed, finished, jidIn, otherMinions, savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';

const TOLD = {
  ...TOLD_BY_NAMES,
  needs: ['writes', 'superuser', 'minion'],
} as const;

const INFERRED = {
  level: 'should',
  source: { inferred: 'the parameters of the method, which have the names of members of its rows' },
  confidence: 'inferred',
  needs: ['writes', 'superuser', 'minion'],
} as const;

requirement(
  'raas.sec.results',
  {
    ...TOLD,
    text: 'sec.get_check_minions tells of an assessed policy what became of its checks, and nothing before.',
  },
  async ({ target }) => {
    const policy_uuid = await savePolicy(target, 'sec');
    expect(await checkResults(target, policy_uuid)).toEqual([]);
    await assessed(target, 'sec', policy_uuid);
    const results = await checkResults(target, policy_uuid);
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
    const policy_uuid = await assessedChecks(target);
    const all = await checkResults(target, policy_uuid);
    const state = ['compliant', 'unknown'];
    const these = await checkResults(target, policy_uuid, { state });
    const others = await checkResults(target, policy_uuid, { state, state_invert: true });
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
    const policy_uuid = await assessedChecks(target);
    const [first] = await checkResults(target, policy_uuid);
    const { check_uuid, check_name } = first ?? {};
    for (const given of [{ check_uuid }, { check_names: [check_name] }]) {
      const rows = await checkResults(target, policy_uuid, given);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.check_uuid))).toEqual(new Set([check_uuid]));
    }
    const minion_ids = [field(first, 'minion_id')];
    const rows = await checkResults(target, policy_uuid, { minion_ids });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => field(row, 'minion_id')))).toEqual(new Set(minion_ids));
    expect(await checkResults(target, policy_uuid, { minion_ids: ['saltproof-nobody'] })).toEqual(
      [],
    );
    expect(await checkResults(target, policy_uuid, { action: 'remediate' })).toEqual([]);
  },
);

requirement(
  'raas.sec.results-pages',
  {
    ...INFERRED,
    text: 'The pages of sec.get_check_minions have each row once, and reverse turns their order round.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedChecks(target);
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
    const policy_uuid = await assessedChecks(target);
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
    const policy_uuid = await assessedChecks(target);
    const { results } = await target.reply('sec', 'get_policies', {
      policy_uuids: [policy_uuid],
      include_stats: true,
    });
    const stats = results[0]?.stats ?? {};
    const rows = await checkResults(target, policy_uuid);
    for (const state of ['compliant', 'noncompliant', 'error'])
      expect(stats[state] ?? 0).toBe(rows.filter((row) => row.state === state).length);
  },
);

requirement(
  'raas.sec.report',
  {
    ...TOLD,
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
  'raas.sec.remediate',
  {
    ...INFERRED,
    // It changes minions for good: not on any server that somebody needs.
    needs: ['writes', 'superuser', 'minion', 'tellable clock'],
    source: { inferred: 'what remediating means' },
    text: 'sec.remediate_policy makes compliant what a check finds wrong on a minion, and has it in the history.',
  },
  async ({ target }) => {
    const policy_uuid = await assessedChecks(target, otherMinions);
    const [wrong] = await checkResults(target, policy_uuid, { state: ['noncompliant'] });
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
    const [now] = await checkResults(target, policy_uuid, { check_uuid, minion_ids: [minion] });
    expect(now?.state).toBe('compliant');
    const { results } = await target.reply('sec', 'get_policies', {
      policy_uuids: [policy_uuid],
    });
    expect(results[0]?.last_remed_jid).toBe(jid);
  },
);
