import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { assessedVulnerabilities, openOf } from './open-vulnerabilities.ts';
import { expectPaging, expectReversed, list } from './paging.ts';
import { assessed, finished, jidIn, otherMinions, savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';

const INFERRED = {
  level: 'should',
  source: { inferred: 'the names of the parameters of the method' },
  confidence: 'inferred',
} as const;

const ON_MINIONS = { needs: ['writes', 'superuser', 'minion'] } as const;

const ADVISORIES = { resource: 'vman', method: 'get_advisories' };

requirement(
  'raas.vman.results',
  {
    ...INFERRED,
    ...ON_MINIONS,
    text: 'vman.get_advisory_minions tells of an assessed policy what is vulnerable on its minions, and nothing before.',
  },
  async ({ target }) => {
    const before = await savePolicy(target, 'vman');
    expect(await openOf(target, before)).toEqual([]);
    const { open } = await assessedVulnerabilities(target);
    for (const row of open) expect(row.minion_id).toEqual(expect.any(String));
  },
);

requirement(
  'raas.vman.results-filters',
  {
    ...INFERRED,
    ...ON_MINIONS,
    text: 'vman.get_advisory_minions finds rows by advisory, minion, severity, CVE and package.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedVulnerabilities(target);
    const [first] = open;
    for (const name of [
      'advisory_id',
      'minion_id',
      'severity',
      'cve_id',
      'pkg_name',
      'master_id',
    ]) {
      const value = field(first, name);
      if (typeof value !== 'string') continue;
      const rows = await openOf(target, policy_uuid, { [name]: value });
      expect([name, rows.length]).toEqual([
        name,
        open.filter((row) => field(row, name) === value).length,
      ]);
      expect([name, new Set(rows.map((row) => field(row, name)))]).toEqual([
        name,
        new Set([value]),
      ]);
    }
    const minion_id = 'saltproof-nobody';
    expect(await openOf(target, policy_uuid, { minion_id })).toEqual([]);
    expect(await openOf(target, policy_uuid, { action: 'remediate' })).toEqual([]);
  },
);

requirement(
  'raas.vman.results-pages',
  {
    ...INFERRED,
    ...ON_MINIONS,
    text: 'The pages of vman.get_advisory_minions have each row once, and reverse turns their order round.',
  },
  async ({ target }) => {
    const { policy_uuid } = await assessedVulnerabilities(target);
    const listing = {
      resource: 'vman',
      method: 'get_advisory_minions',
      kwarg: { policy_uuid },
      key: ['advisory_id', 'minion_id', 'pkg_name'],
    };
    await expectPaging(target.caller, listing);
    await expectReversed(target.caller, listing, 'advisory_id');
  },
);

requirement(
  'raas.vman.policy-stats',
  {
    ...INFERRED,
    ...ON_MINIONS,
    text: 'The stats of a policy count what is open by severity, in capitals, and how many minions were assessed.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedVulnerabilities(target);
    const given = { policy_uuids: [policy_uuid] };
    const [policy] = (await target.reply('vman', 'get_policies', given)).results;
    const stats = policy?.stats ?? {};
    expect(Object.values(stats).reduce((sum, one) => sum + one, 0)).toBe(open.length);
    for (const name of Object.keys(stats)) expect(name).toBe(name.toUpperCase());
    expect(policy?.minions_assessed).toBeGreaterThan(0);
  },
);

requirement(
  'raas.vman.advisories-of-policy',
  {
    ...INFERRED,
    ...ON_MINIONS,
    text: 'vman.get_advisories gives of a policy the advisories that something is open of.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedVulnerabilities(target);
    const { results } = await list(target.caller, ADVISORIES, {
      policy_uuid,
      advisory_type: 'supported',
      limit: 0,
    });
    expect(new Set(results.map((row) => field(row, 'advisory_id')))).toEqual(
      new Set(open.map((row) => row.advisory_id)),
    );
  },
);

requirement(
  'raas.vman.remediate',
  {
    ...INFERRED,
    source: { inferred: 'what remediating means' },
    // It changes minions for good: not on any server that somebody needs.
    needs: ['writes', 'superuser', 'minion', 'tellable clock'],
    text: 'vman.remediate_policy takes an advisory from what is open on a minion, and has that in the history.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedVulnerabilities(target, otherMinions);
    const [first] = open;
    const { advisory_id, minion_id } = first ?? {};
    const begun = await target.reply('vman', 'remediate_policy', {
      policy_uuid,
      advisory_ids: [advisory_id],
      minions: { [String(field(first, 'master_id'))]: [minion_id] },
    });
    const jid = await finished(target, 'vman', policy_uuid, jidIn(begun));
    expect(await openOf(target, policy_uuid, { advisory_id, minion_id })).toEqual([]);
    await assessed(target, 'vman', policy_uuid);
    expect(await openOf(target, policy_uuid, { advisory_id, minion_id })).toEqual([]);
    expect(await openOf(target, policy_uuid)).toHaveLength(
      open.filter((row) => row.advisory_id !== advisory_id || row.minion_id !== minion_id).length,
    );
    const given = { policy_uuids: [policy_uuid] };
    const [policy] = (await target.reply('vman', 'get_policies', given)).results;
    expect(policy?.last_remed_jid).toBe(jid);
  },
);

requirement(
  'raas.vman.reports',
  {
    ...TOLD_BY_NAMES,
    ...ON_MINIONS,
    text: 'vman.get_reports lists a report of each run of a policy, by function and by date, with how many advisories of each severity it has.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedVulnerabilities(target);
    const of = (given: object) => target.reply('vman', 'get_reports', { policy_uuid, ...given });
    const { count, results } = await of({});
    expect(count).toBe(1);
    const [report] = results;
    expect(report).toMatchObject({ policy_uuid, fun: 'policy.assessment' });
    const { critical = 0, high = 0, medium = 0, low = 0, none = 0, date } = report ?? {};
    expect(critical + high + medium + low + none).toBe(open.length);
    expect((await of({ fun: 'policy.remediate' })).count).toBe(0);
    expect((await of({ start_date: date, end_date: date })).count).toBe(1);
    expect((await of({ start_date: '2999-01-01' })).count).toBe(0);
    expect((await of({ end_date: '1999-01-01' })).count).toBe(0);
  },
);

requirement(
  'raas.vman.detail-report',
  {
    ...TOLD_BY_NAMES,
    ...ON_MINIONS,
    text: 'vman.get_detail_report tells of a report by minion and by advisory.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedVulnerabilities(target);
    const [report] = (await target.reply('vman', 'get_reports', { policy_uuid })).results;
    const { report_uuid } = report ?? {};
    const detail = await target.reply('vman', 'get_detail_report', { report_uuid });
    const ids = (name: 'advisory_id' | 'minion_id') => new Set(open.map((row) => row[name]));
    expect(new Set(Object.keys(detail.minions))).toEqual(ids('minion_id'));
    expect(new Set(Object.keys(detail.advisories))).toEqual(ids('advisory_id'));
    expect(detail.meta).toMatchObject({ policy_uuid, function: 'policy.assessment' });
    expectError(await target.rpc('vman', 'get_detail_report', { report_uuid: NO_UUID }));
  },
);
