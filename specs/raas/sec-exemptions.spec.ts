import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { checkResults, assessedChecks } from './check-results.ts';
import { savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
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
  'raas.sec.exemption-save',
  {
    ...TOLD,
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
    ...TOLD,
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
    const policy_uuid = await assessedChecks(target);
    const all = await checkResults(target, policy_uuid);
    const check_uuid = all[0]?.check_uuid;
    const given = { policy_uuid, check_uuids: [check_uuid], reason: 'Saltproof' };
    await target.reply('sec', 'save_exemption', given);
    const exempt = await checkResults(target, policy_uuid, { exempt: true });
    expect(new Set(exempt.map((row) => row.check_uuid))).toEqual(new Set([check_uuid]));
    const others = await checkResults(target, policy_uuid, { exempt: false });
    expect(others.map((row) => row.check_uuid)).not.toContain(check_uuid);
    expect(exempt.length + others.length).toBe(all.length);
  },
);
