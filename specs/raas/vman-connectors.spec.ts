import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';

const CLIENT = {
  level: 'must',
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
      expect(params.__secrets).toEqual(expect.any(Array));
    }
    const strange = { vendor: 'saltproof' };
    expectError(await target.rpc('vman', 'get_connector_params', strange));
    expectError(await target.rpc('vman', 'get_connector', strange));
  },
);

requirement(
  'raas.vman.connector-save-get',
  {
    ...CLIENT,
    ...WRITES,
    text: 'A connector that was saved has its URL, and the names of its secrets.',
  },
  async ({ target }) => {
    await saveConnector(target);
    const connector = await target.reply('vman', 'get_connector', { vendor: 'tenable' });
    expect(connector.url).toBe(PARAMS.url);
    expect(connector.__secrets).toHaveLength(2);
    const params = await target.reply('vman', 'get_connector_params', { vendor: 'tenable' });
    expect(params).toMatchObject({ url: PARAMS.url, days_since: PARAMS.days_since });
  },
);

requirement(
  'raas.vman.connector-secrets',
  {
    ...CLIENT,
    ...WRITES,
    text: 'The secrets of a connector are never shown again: masked by one method, null by the other.',
  },
  async ({ target }) => {
    await saveConnector(target);
    for (const method of ['get_connector', 'get_connector_params']) {
      const shown = await target.ret('vman', method, { vendor: 'tenable' });
      expect(JSON.stringify(shown)).not.toContain(PARAMS.secretKey);
      expect(JSON.stringify(shown)).not.toContain(PARAMS.accessKey);
    }
    const params = await target.reply('vman', 'get_connector_params', { vendor: 'tenable' });
    expect(params).toMatchObject({ accessKey: null, secretKey: null });
  },
);

requirement(
  'raas.vman.connector-delete',
  {
    ...CLIENT,
    ...WRITES,
    text: 'vman.delete_connector gives how many connectors went: one, and none the next time.',
  },
  async ({ target }) => {
    await saveConnector(target);
    const given = { vendor: 'tenable' };
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
    needs: ['writes', 'superuser', 'limited user'],
    text: 'Who has few rights is refused to save and to delete a connector.',
  },
  async ({ target }) => {
    await saveConnector(target);
    const limited = target.as('limited');
    const given = { vendor: 'tenable', connector_params: PARAMS };
    expectError(await limited.rpc('vman', 'save_connector', given));
    expectError(await limited.rpc('vman', 'delete_connector', { vendor: 'tenable' }));
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
    const given = { thirdparty_source: 'tenable', policy_uuid };
    expectError(await target.rpc('vman', 'import_scan_via_api', given));
    await saveConnector(target);
    const { import_uuid } = await target.reply('vman', 'import_scan_via_api', given);
    target.undo({
      resource: 'vman',
      method: 'delete_third_party_import',
      given: { import_uuid },
    });
    const told = await target.reply('vman', 'get_third_party_import', { import_uuid });
    expect(told).toMatchObject({ import_uuid, policy_uuid, tp_source: 'tenable' });
  },
);
