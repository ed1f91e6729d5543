import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';

const CLIENT = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
} as const;

const WRITES = { needs: ['writes', 'superuser'] } as const;

const VENDORS = ['tenable', 'carbonblack', 'qualys'];

const PARAMS = {
  accessKey: 'saltproof-access-1f9c',
  secretKey: 'saltproof-secret-77ab',
  url: 'https://tenable.example.com',
  days_since: 3,
};

/**
 * Saves a connector of tenable, which there is one of at most.
 *
 * @throws NotVerified where there is one that somebody else needs
 */
async function saveConnector(target: RaasTarget): Promise<void> {
  const { ret, error } = await target.rpc('vman', 'get_connector', { vendor: 'tenable' });
  if (error === null && field(ret, 'access_key') !== undefined)
    throw new NotVerified('needs tenable to have no connector yet');
  const given = { vendor: 'tenable', connector_params: PARAMS };
  await target.save('vman', 'save_connector', given);
}

requirement(
  'raas.vman.vendors',
  {
    ...CLIENT,
    text: 'vman.get_vendors_with_connector_support lists vendors, and each has parameters.',
  },
  async ({ target }) => {
    const vendors = await target.reply('vman', 'get_vendors_with_connector_support');
    expect(vendors.length).toBeGreaterThan(0);
    for (const vendor of vendors) {
      expect(VENDORS).toContain(vendor);
      const params = await target.reply('vman', 'get_connector_params', { vendor });
      expect(params).toMatchObject({ __secrets: expect.any(Array) });
    }
    const strange = { vendor: 'saltproof' };
    expectError(await target.rpc('vman', 'get_connector_params', strange));
    expectError(await target.rpc('vman', 'get_connector', strange));
  },
);

requirement(
  'raas.vman.connector',
  {
    ...CLIENT,
    ...WRITES,
    text: 'A connector that was saved shows its URL and the names of its secrets, but never the secrets; deleting it gives one, and none the next time.',
  },
  // In one requirement, for there is one connector of a vendor at most.
  async ({ target }) => {
    const given = { vendor: 'tenable' };
    await saveConnector(target);
    const connector = await target.reply('vman', 'get_connector', given);
    expect(connector.url).toBe(PARAMS.url);
    expect(field(connector, '__secrets')).toHaveLength(2);
    const params = await target.reply('vman', 'get_connector_params', given);
    const { url, days_since } = PARAMS;
    expect(params).toMatchObject({ url, days_since, accessKey: null, secretKey: null });
    for (const shown of [connector, params].map((told) => JSON.stringify(told)))
      for (const secret of [PARAMS.accessKey, PARAMS.secretKey])
        expect(shown).not.toContain(secret);
    expect(await target.reply('vman', 'delete_connector', given)).toBe(1);
    expect(await target.reply('vman', 'delete_connector', given)).toBe(0);
    const { ret, error } = await target.rpc('vman', 'get_connector', given);
    if (error === null) expect(field(ret, 'access_key') ?? null).toBe(null);
  },
);

requirement(
  'raas.vman.connector-limited',
  {
    level: 'should',
    source: { inferred: 'secrets take a permission to be changed' },
    confidence: 'inferred',
    needs: ['writes', 'limited user'],
    text: 'Who has few rights is refused to save and to delete a connector.',
  },
  async ({ target }) => {
    const limited = target.as('limited');
    const given = { vendor: 'qualys', connector_params: {} };
    expectError(await limited.rpc('vman', 'save_connector', given));
    expectError(await limited.rpc('vman', 'delete_connector', { vendor: 'qualys' }));
  },
);

requirement(
  'raas.vman.import-via-api',
  {
    level: 'should',
    source: { inferred: 'a scan is fetched by a connector' },
    confidence: 'inferred',
    // It asks the vendor where there is one.
    needs: ['writes', 'superuser', 'tellable clock'],
    text: 'vman.import_scan_via_api imports for a policy by a connector, and is refused without one.',
  },
  async ({ target }) => {
    const policy_uuid = await savePolicy(target, 'vman');
    const given = { thirdparty_source: 'carbonblack', policy_uuid };
    expectError(await target.rpc('vman', 'import_scan_via_api', given));
    await target.save('vman', 'save_connector', {
      vendor: 'carbonblack',
      connector_params: { apiId: 'saltproof', apiSecretKey: 'saltproof' },
    });
    const { import_uuid } = await target.reply('vman', 'import_scan_via_api', given);
    target.undo({
      resource: 'vman',
      method: 'delete_third_party_import',
      given: { import_uuid },
    });
    const told = await target.reply('vman', 'get_third_party_import', { import_uuid });
    expect(told).toMatchObject({ import_uuid, policy_uuid, tp_source: 'carbonblack' });
  },
);
