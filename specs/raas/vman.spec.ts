import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { expectPaging, expectReversed, list } from './paging.ts';
import { assessed, finished, jidIn, oneMinion, otherMinions, savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
} as const;

const INFERRED = {
  level: 'should',
  source: { inferred: 'the names of the parameters of the method' },
  confidence: 'inferred',
} as const;

const WRITES = { needs: ['writes', 'superuser'] } as const;
const ON_MINIONS = { needs: ['writes', 'superuser', 'minion'] } as const;

const ADVISORIES = { resource: 'vman', method: 'get_advisories' };

/** Those that came with the content: imports may bring others meanwhile. */
const SUPPORTED = { ...ADVISORIES, kwarg: { advisory_type: 'supported' } };

requirement(
  'raas.vman.ping',
  { ...CLIENT, text: 'vman.ping answers a boolean.' },
  async ({ target }) => expect(await target.ret('vman', 'ping')).toBe(true),
);

requirement(
  'raas.vman.content-stats',
  {
    ...CLIENT,
    text: 'vman.get_content_stats names the file of the advisories, and when it came in.',
  },
  async ({ target }) => {
    const stats = await target.reply('vman', 'get_content_stats');
    expect(stats.file_name).not.toBe('');
    expect(stats.creation_date <= stats.ingest_date).toBe(true);
  },
);

requirement(
  'raas.vman.download-content',
  {
    ...INFERRED,
    source: { inferred: 'the same method of sec, which is documented' },
    // It fetches content from its vendor.
    needs: ['writes', 'superuser', 'tellable clock'],
    text: 'vman.download_content takes advisories in, later than those before.',
  },
  async ({ target }) => {
    const before = await target.reply('vman', 'get_content_stats');
    await target.reply('vman', 'download_content', { auto_ingest: true });
    const after = await target.reply('vman', 'get_content_stats');
    expect(after.ingest_date > before.ingest_date).toBe(true);
  },
);

requirement(
  'raas.vman.advisories-pages',
  { ...CLIENT, text: 'The pages of vman.get_advisories have each advisory once.' },
  ({ target }) => expectPaging(target.caller, SUPPORTED),
);

requirement(
  'raas.vman.advisories-sort',
  { ...CLIENT, text: 'vman.get_advisories turns its order round with reverse.' },
  ({ target }) => expectReversed(target.caller, SUPPORTED, 'advisory_id'),
);

requirement(
  'raas.vman.advisories-filters',
  {
    ...INFERRED,
    text: 'vman.get_advisories finds an advisory by its id, and by whether it is supported.',
  },
  async ({ target }) => {
    const { results } = await list(target.caller, ADVISORIES, { limit: 1 });
    const advisory_id = field(results[0], 'advisory_id');
    const found = await list(target.caller, ADVISORIES, { advisory_id, limit: 0 });
    expect(found.results.map((row) => field(row, 'advisory_id'))).toContain(advisory_id);
    const nothing = await list(target.caller, ADVISORIES, { advisory_id: 'saltproof-nothing' });
    expect(nothing.results).toEqual([]);
    // In one request, for imports may bring others.
    const { ret } = await target.batch(
      [null, 'supported', 'unsupported', 'unmatched'].map((advisory_type) => ({
        ...ADVISORIES,
        given: { advisory_type, limit: 1 },
      })),
    );
    const [all, ...counts] = ret.map((answer) => Number(field(answer.ret, 'count')));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(all);
  },
);

/** A policy of a target that was assessed, and what is open of it. */
async function assessedPolicy(target: RaasTarget, on = oneMinion) {
  const policy_uuid = await savePolicy(target, 'vman', { tgt_uuid: await on(target) });
  await assessed(target, 'vman', policy_uuid);
  const open = await openOf(target, policy_uuid);
  if (open.length === 0) throw new NotVerified('needs a minion with something vulnerable');
  return { policy_uuid, open };
}

/** What is open of a policy. */
async function openOf(target: RaasTarget, policy_uuid: string, given: object = {}) {
  const kwarg = { policy_uuid, limit: 0, ...given };
  return (await target.reply('vman', 'get_advisory_minions', kwarg)).results;
}

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
    const { open } = await assessedPolicy(target);
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
    const { policy_uuid, open } = await assessedPolicy(target);
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
    const { policy_uuid } = await assessedPolicy(target);
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
    const { policy_uuid, open } = await assessedPolicy(target);
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
    const { policy_uuid, open } = await assessedPolicy(target);
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
    const { policy_uuid, open } = await assessedPolicy(target, otherMinions);
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
  'raas.vman.exemptions',
  {
    ...CLIENT,
    ...ON_MINIONS,
    text: 'A group of exemptions is listed by the uuid that it was saved under, and its exemptions by the policy; deleting it gives how many went.',
  },
  async ({ target }) => {
    const { master, minion } = target.minion;
    const policy_uuid = await savePolicy(target, 'vman');
    const { results } = await list(target.caller, ADVISORIES, { limit: 2, sort_by: 'advisory_id' });
    const advisory_uuids = results.map((row) => field(row, 'uuid'));
    const reason = 'Saltproof: für später';
    const exemption_group_uuid = await target.save('vman', 'save_exemption_group', {
      policy_uuid,
      advisory_uuids,
      minion_ids: [{ [master]: [minion] }],
      reason,
    });
    const groups = () => target.reply('vman', 'get_exemption_groups', { exemption_group_uuid });
    const group = { uuid: exemption_group_uuid, policy_uuid, reason };
    expect((await groups()).results).toMatchObject([group]);
    const single = await target.reply('vman', 'get_exemptions', { policy_uuid });
    expect(single.count).toBe(advisory_uuids.length);
    expect(new Set(single.results.map((row) => row.advisory_uuid))).toEqual(
      new Set(advisory_uuids),
    );
    for (const row of single.results)
      expect(row).toMatchObject({ policy_uuid, master_id: master, minion_id: minion, reason });
    const given = { exemption_group_uuid };
    expect(await target.reply('vman', 'delete_exemption_group', given)).toBe(1);
    expect((await groups()).results).toEqual([]);
    expect((await target.reply('vman', 'get_exemptions', { policy_uuid })).count).toBe(0);
  },
);

requirement(
  'raas.vman.exemption-groups-pages',
  {
    ...INFERRED,
    ...ON_MINIONS,
    text: 'The pages of vman.get_exemption_groups have each group of a policy once.',
  },
  async ({ target }) => {
    const { master, minion } = target.minion;
    const policy_uuid = await savePolicy(target, 'vman');
    for (const reason of ['a', 'b', 'c'])
      await target.save('vman', 'save_exemption_group', {
        policy_uuid,
        minion_ids: [{ [master]: [minion] }],
        reason,
      });
    const listing = { resource: 'vman', method: 'get_exemption_groups', kwarg: { policy_uuid } };
    await expectPaging(target.caller, listing);
    expect((await list(target.caller, listing)).count).toBe(3);
  },
);

requirement(
  'raas.vman.exempt',
  {
    ...INFERRED,
    source: { inferred: 'what exempting means' },
    ...ON_MINIONS,
    text: 'What is exempt is not open any more.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedPolicy(target);
    const [first] = open;
    const advisory_id = first?.advisory_id;
    const { results } = await list(target.caller, ADVISORIES, { advisory_id });
    await target.save('vman', 'save_exemption_group', {
      policy_uuid,
      advisory_uuids: results.map((row) => field(row, 'uuid')),
      reason: 'Saltproof',
    });
    expect(await openOf(target, policy_uuid, { advisory_id })).toEqual([]);
    await assessed(target, 'vman', policy_uuid);
    expect(await openOf(target, policy_uuid, { advisory_id })).toEqual([]);
  },
);

requirement(
  'raas.vman.exemption-unknown',
  {
    ...INFERRED,
    source: { inferred: 'there is nothing to exempt' },
    ...WRITES,
    text: 'Exemptions from advisories that there are not are refused, and so is deleting a group that there is not.',
  },
  async ({ target }) => {
    const policy_uuid = await savePolicy(target, 'vman');
    const given = { policy_uuid, advisory_uuids: [NO_UUID], reason: 'Saltproof' };
    expectError(await target.rpc('vman', 'save_exemption_group', given));
    const unknown = { exemption_group_uuid: NO_UUID };
    const { ret, error } = await target.rpc('vman', 'delete_exemption_group', unknown);
    if (error === null) expect(ret).toBe(0);
  },
);

requirement(
  'raas.vman.state-link',
  {
    ...INFERRED,
    source: { client: [CLIENTS.mcp], inferred: 'the names of the parameters of the methods' },
    ...WRITES,
    text: 'A state file that is linked to an advisory of a policy finds that advisory, until the link is deleted.',
  },
  async ({ target }) => {
    const path = `/${target.unique('state')}.sls`;
    const state_file_uuid = await target.save('fs', 'save_file', {
      saltenv: 'base',
      path,
      contents: '{}\n',
    });
    const policy_uuid = await savePolicy(target, 'vman');
    const { results } = await list(target.caller, ADVISORIES, { limit: 1 });
    const advisory_id = field(results[0], 'advisory_id');
    const link = { policy_uuid, advisory_id, state_file_uuid, link_to_policy: true };
    const advisory_state_xref_uuid = await target.save('vman', 'save_advisory_state_link', link);
    const linked = () => list(target.caller, ADVISORIES, { advisory_state_xref_uuid });
    expect((await linked()).results.map((row) => field(row, 'advisory_id'))).toEqual([advisory_id]);
    const given = { advisory_state_xref_uuid };
    await target.reply('vman', 'delete_advisory_state_link', given);
    expect((await linked()).results).toEqual([]);
    expectError(await target.rpc('vman', 'delete_advisory_state_link', given));
    for (const unknown of [{ advisory_id: 'saltproof-nothing' }, { state_file_uuid: NO_UUID }])
      expectError(await target.rpc('vman', 'save_advisory_state_link', { ...link, ...unknown }));
  },
);

requirement(
  'raas.vman.reports',
  {
    ...CLIENT,
    ...ON_MINIONS,
    text: 'vman.get_reports lists a report of each run of a policy, by function and by date, with how many advisories of each severity it has.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedPolicy(target);
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
    ...CLIENT,
    ...ON_MINIONS,
    text: 'vman.get_detail_report tells of a report by minion and by advisory.',
  },
  async ({ target }) => {
    const { policy_uuid, open } = await assessedPolicy(target);
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
