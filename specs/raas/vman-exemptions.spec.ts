import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { assessedVulnerabilities, openOf } from './open-vulnerabilities.ts';
import { expectPaging, list } from './paging.ts';
import { assessed, savePolicy } from './policies.ts';
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
  'raas.vman.exemptions',
  {
    ...TOLD_BY_NAMES,
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
    const { policy_uuid, open } = await assessedVulnerabilities(target);
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
    needs: ['writes', 'superuser'],
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
