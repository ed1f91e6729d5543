import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

/* Licences that come and go: no requirement can have one of the vendor's on anybody's server. */

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

const TERMS = {
  masters: { policy: 'warn', hard_limit: 5 },
  minions: { policy: 'warn', hard_limit: 2 },
  term: { duration: 30, policy: 'warn' },
  features: ['config'],
  metadata: {
    customer: 'somebody',
    uuid: '00000000-0000-4000-8000-000000000000',
    created: '2026-01-02',
  },
};

function save(license_key: string): Promise<string> {
  return root.call('license.save_license', { license_key });
}

async function isRefused(method: string, kwarg: object): Promise<boolean> {
  return (await root.ask(method, kwarg)).error !== null;
}

test('a licence is saved as JSON or in base64, and one that was deleted is gone', async () => {
  for (const key of [JSON.stringify(TERMS), btoa(JSON.stringify(TERMS))]) {
    const license_uuid = await save(key);
    expect(await root.call('license.get_license', { license_uuid })).toMatchObject({
      license: TERMS,
      expired: false,
    });
    await root.call('license.delete_license', { license_uuid_or_serial: license_uuid });
    expect(await isRefused('license.get_license', { license_uuid })).toBe(true);
  }
});

test('the only licence is not deleted', async () => {
  const { uuid } = await root.call<{ uuid: string }>('license.get_current_license');
  const given = { license_uuid_or_serial: uuid };
  expect(await isRefused('license.delete_license', given)).toBe(true);
  await save(JSON.stringify(TERMS));
  expect(await isRefused('license.delete_license', given)).toBe(false);
});

test('a key of vRealize Automation is listed by its serial number until it is deleted', async () => {
  const serial = 'AB12C-DE34F-GH56I-JK78L-MN90O';
  await root.call('license.apply_vra_license', { vra_license_key: serial.toLowerCase() });
  expect(await root.call('license.get_vra_license')).toMatchObject([{ serial }]);
  await root.call('license.delete_license', { license_uuid_or_serial: serial });
  expect(await root.call('license.get_vra_license')).toEqual([]);
  expect(await isRefused('license.apply_vra_license', { vra_license_key: 'AB12C' })).toBe(true);
});
