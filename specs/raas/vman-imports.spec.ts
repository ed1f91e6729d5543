import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { nessusScan } from './nessus-scan.ts';
import { expectPaging, list } from './paging.ts';
import { savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';

const TOLD = {
  ...TOLD_BY_NAMES,
  needs: ['writes', 'superuser', 'minion'],
} as const;

const INFERRED = {
  level: 'should',
  source: { inferred: 'the names of the parameters and of the members of replies' },
  confidence: 'inferred',
  needs: ['writes', 'superuser', 'minion'],
} as const;

/** CVEs and an address that nothing has: no CVE is of that year, and the address is for documents (RFC 5737). */
const NO_CVES = ['CVE-1900-0001', 'CVE-1900-0002', 'CVE-1900-0003'] as const;
const NO_IP = '192.0.2.199';

/** Imports a scan for a policy of its own, taken away at the end: a row of each kind. */
async function imported(target: RaasTarget) {
  const { minion } = target.minion;
  const policy_uuid = await savePolicy(target, 'vman');
  const cve = await knownCve(target);
  const data = nessusScan([
    ...(cve === undefined ? [] : [{ host: minion, ip: minion, cve }]),
    ...NO_CVES.map((unknown) => ({ host: minion, ip: minion, cve: unknown })),
    { host: 'saltproof-nobody', ip: NO_IP, cve: NO_CVES[0] },
  ]);
  const given = { thirdparty_source: 'tenable', data, policy_uuid };
  const counts = await target.reply('vman', 'import_scan', given);
  const { import_uuid } = counts;
  target.undo({ resource: 'vman', method: 'delete_third_party_import', given: { import_uuid } });
  return { policy_uuid, import_uuid, counts };
}

/** The CVE of an advisory for the system of the minion; undefined where advisories do not tell theirs. */
async function knownCve(target: RaasTarget): Promise<string | undefined> {
  const advisories = { resource: 'vman', method: 'get_advisories' };
  const { results } = await list(target.caller, advisories, { advisory_type: 'supported' });
  const cve = field(results[0], 'cve', 'cve_id');
  return typeof cve === 'string' ? cve : undefined;
}

/** The same, with a row whose advisory and minion are known. */
async function importedSupported(target: RaasTarget) {
  const scan = await imported(target);
  if (scan.counts.supported > 0) return scan;
  throw new NotVerified('needs an advisory whose CVE is told, for a minion');
}

requirement(
  'raas.vman.import',
  {
    ...TOLD,
    text: 'vman.import_scan gives a uuid and counts, which vman.get_third_party_import tells again with the policy and the source.',
  },
  async ({ target }) => {
    const { policy_uuid, import_uuid, counts } = await imported(target);
    const { supported, missing_advisory_id, missing_minion } = counts;
    expect(supported + missing_advisory_id + missing_minion).toBeGreaterThan(0);
    const told = await target.reply('vman', 'get_third_party_import', { import_uuid });
    expect(told).toMatchObject({
      import_uuid,
      policy_uuid,
      tp_source: 'tenable',
      analysis_stats: { supported, missing_advisory_id, missing_minion },
    });
  },
);

requirement(
  'raas.vman.import-by-name',
  {
    ...INFERRED,
    text: 'vman.import_scan takes the name of a policy for its uuid.',
  },
  async ({ target }) => {
    const policy_name = target.unique('policy');
    const policy_uuid = await savePolicy(target, 'vman', { name: policy_name });
    const { import_uuid } = await target.reply('vman', 'import_scan', {
      thirdparty_source: 'tenable',
      data: nessusScan([{ host: 'saltproof-nobody', ip: NO_IP, cve: NO_CVES[0] }]),
      policy_name,
    });
    target.undo({ resource: 'vman', method: 'delete_third_party_import', given: { import_uuid } });
    const told = await target.reply('vman', 'get_third_party_import', { import_uuid });
    expect(told.policy_uuid).toBe(policy_uuid);
  },
);

requirement(
  'raas.vman.import-refused',
  {
    ...INFERRED,
    source: { inferred: 'a scan is XML, of a source that there is, for a policy that there is' },
    text: 'vman.import_scan refuses what is no XML, another source, and a policy that there is not.',
  },
  async ({ target }) => {
    const policy_uuid = await savePolicy(target, 'vman');
    const data = nessusScan([{ host: 'saltproof-nobody', ip: NO_IP, cve: NO_CVES[0] }]);
    const given = { thirdparty_source: 'tenable', data, policy_uuid };
    for (const wrong of [
      { data: 'saltproof' },
      { data: '<a><b></a>' },
      { thirdparty_source: 'saltproof' },
      { policy_uuid: NO_UUID },
    ])
      expectError(await target.rpc('vman', 'import_scan', { ...given, ...wrong }));
  },
);

requirement(
  'raas.vman.import-supported',
  {
    ...INFERRED,
    text: 'vman.get_supported_advisories lists the rows of an import whose advisory and minion are known, as many as were counted, and finds them by both.',
  },
  async ({ target }) => {
    const { import_uuid, counts } = await importedSupported(target);
    const { minion } = target.minion;
    const of = (given: object) =>
      target.reply('vman', 'get_supported_advisories', { import_uuid, ...given });
    const { count, results } = await of({});
    expect(count).toBe(counts.supported);
    const [first] = results;
    expect(first).toMatchObject({ import_uuid, minion_id: minion });
    expect((await of({ advisory_id: first?.advisory_id })).count).toBe(count);
    expect((await of({ minion_id: minion })).count).toBe(count);
    expect((await of({ minion_id: 'saltproof-nobody' })).count).toBe(0);
    expect((await of({ advisory_id: 'saltproof-nothing' })).count).toBe(0);
  },
);

requirement(
  'raas.vman.import-unsupported',
  {
    ...INFERRED,
    text: 'vman.get_unsupported_advisories lists the rows of an import whose advisory, or minion, is not known, with what the scan said, and finds them by address and advisory.',
  },
  async ({ target }) => {
    const { import_uuid, counts } = await imported(target);
    const of = (given: object) =>
      target.reply('vman', 'get_unsupported_advisories', { import_uuid, ...given });
    const { count, results } = await of({});
    expect(count).toBe(counts.missing_advisory_id + counts.missing_minion);
    for (const row of results) expect(row.import_uuid).toBe(import_uuid);
    const unmatched = await of({ advisory_type: 'unmatched' });
    expect(unmatched.count).toBe(counts.missing_minion);
    expect(unmatched.results.map(({ tp_ip }) => tp_ip)).toEqual([NO_IP]);
    expect((await of({ ip: NO_IP })).results).toEqual(unmatched.results);
    expect((await of({ advisory_id: 'saltproof-nothing' })).count).toBe(0);
  },
);

requirement(
  'raas.vman.import-pages',
  {
    ...INFERRED,
    text: 'The pages of vman.get_unsupported_advisories have each row once.',
  },
  async ({ target }) => {
    const { import_uuid } = await imported(target);
    const method = 'get_unsupported_advisories';
    await expectPaging(target.caller, { resource: 'vman', method, kwarg: { import_uuid } });
  },
);

requirement(
  'raas.vman.import-select',
  {
    ...INFERRED,
    text: 'Rows of an import are selected and not, one by one and all of a kind, and what is selected is counted.',
  },
  async ({ target }) => {
    const { import_uuid } = await importedSupported(target);
    const { results } = await target.reply('vman', 'get_supported_advisories', { import_uuid });
    const tpmp_uuids = results.map(({ uuid }) => uuid);
    const advisory_type = 'supported';
    const count = async (): Promise<number> =>
      (await target.reply('vman', 'get_selected_for_import_cnt', { import_uuid, advisory_type }))
        .count;
    for (const [method, which] of [
      ['update_all_third_party_staging_data', { import_uuid, advisory_type }],
      ['update_third_party_staging_data', { tpmp_uuids }],
    ] as const)
      for (const selected_for_import of [false, true]) {
        await target.reply('vman', method, { ...which, selected_for_import });
        expect([method, await count()]).toEqual([method, selected_for_import ? results.length : 0]);
        const rows = await target.reply('vman', 'get_supported_advisories', { import_uuid });
        for (const row of rows.results) expect(row.selected_for_import).toBe(selected_for_import);
      }
  },
);

requirement(
  'raas.vman.import-commit',
  {
    ...INFERRED,
    text: 'What is selected when an import is committed is among what its policy has open.',
  },
  async ({ target }) => {
    const { policy_uuid, import_uuid } = await importedSupported(target);
    const open = async (): Promise<string[]> =>
      (await target.reply('vman', 'get_advisory_minions', { policy_uuid, limit: 0 })).results.map(
        ({ advisory_id }) => advisory_id,
      );
    expect(await open()).toEqual([]);
    const { results } = await target.reply('vman', 'get_supported_advisories', { import_uuid });
    const given = { import_uuid, selected_for_import: true, advisory_type: 'supported' };
    await target.reply('vman', 'update_all_third_party_staging_data', given);
    await target.reply('vman', 'commit_third_party_staging_data', { import_uuid });
    expect(await open()).toEqual(results.map(({ advisory_id }) => advisory_id));
  },
);

requirement(
  'raas.vman.import-delete',
  {
    ...INFERRED,
    text: 'An import that was deleted is not told of, and an import that there is not is refused everywhere.',
  },
  async ({ target }) => {
    const { import_uuid } = await imported(target);
    await target.reply('vman', 'delete_third_party_import', { import_uuid });
    for (const method of [
      'get_third_party_import',
      'delete_third_party_import',
      'commit_third_party_staging_data',
    ])
      expectError(await target.rpc('vman', method, { import_uuid }));
    const { ret, error } = await target.rpc('vman', 'get_supported_advisories', { import_uuid });
    if (error === null) expect(field(ret, 'results')).toEqual([]);
  },
);
