import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { newUser } from './new-user.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const client = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
  needs: ['superuser'],
} as const;

const concluded = {
  level: 'should',
  source: { client: [CLIENTS.mcp], inferred: 'what the methods and their parameters are called' },
  confidence: 'inferred',
  needs: ['superuser'],
} as const;

requirement(
  'raas.license.current',
  {
    ...client,
    text: 'license.get_current_license gives the licence, with what it allows of masters and minions, its term and its features.',
  },
  async ({ target }) => {
    const { uuid, license, desc } = await target.reply('license', 'get_current_license');
    expect(uuid).not.toBe('');
    expect(license.features).toEqual(expect.any(Array));
    expect(desc.length).toBeGreaterThan(0);
  },
);

requirement(
  'raas.license.listed',
  {
    ...concluded,
    text: 'The licence that counts is among license.get_licenses, and alone where its uuid is asked for.',
  },
  async ({ target }) => {
    const { uuid } = await target.reply('license', 'get_current_license');
    const uuids = async (ask: object): Promise<unknown[]> =>
      (await target.reply('license', 'get_licenses', { ...ask })).map((one) => field(one, 'uuid'));
    expect(await uuids({})).toContain(uuid);
    expect(await uuids({ license_uuid: uuid })).toEqual([uuid]);
    const other = NO_UUID;
    expect(await uuids({ license_uuid: other })).toEqual([]);
    const feature = { features: [target.unique('feature')] };
    expect(await uuids(feature)).toEqual([]);
  },
);

requirement(
  'raas.license.one',
  { ...concluded, text: 'license.get_license gives the licence of a uuid.' },
  async ({ target }) => {
    const { uuid } = await target.reply('license', 'get_current_license');
    const license = await target.reply('license', 'get_license', { license_uuid: uuid });
    expect(JSON.stringify(license)).toContain(uuid);
    expect(field(license, 'uuid')).toBe(uuid);
  },
);

requirement(
  'raas.license.unknown',
  {
    ...concluded,
    text: 'license.get_license of a uuid that no licence has is answered with an error.',
  },
  async ({ target }) => {
    const license_uuid = NO_UUID;
    expectError(await target.rpc('license', 'get_license', { license_uuid }));
  },
);

requirement(
  'raas.license.features',
  { ...client, text: 'license.get_license_features gives an object.' },
  async ({ target }) => {
    const features = await target.reply('license', 'get_license_features');
    expect(features).toEqual(expect.any(Object));
    expect(await target.reply('license', 'get_license_features')).toEqual(features);
  },
);

requirement(
  'raas.license.usage',
  {
    ...client,
    text: 'license.check_usage gives messages, each with a level, and when it looked; the same again unless it is forced to look.',
  },
  async ({ target }) => {
    const first = await target.reply('license', 'check_usage', { force_check: true });
    const again = await target.reply('license', 'check_usage');
    expect(again).toEqual(first);
    const forced = await target.reply('license', 'check_usage', { force_check: true });
    expect(forced.timestamp >= first.timestamp).toBe(true);
  },
);

requirement(
  'raas.license.snapshots',
  {
    ...client,
    text: 'license.get_usage_snapshots lists how many masters and minions there were, within the dates that are asked for.',
  },
  async ({ target }) => {
    const all = await target.reply('license', 'get_usage_snapshots');
    const from = { date_start: '2001-01-01T00:00:00' };
    const ever = await target.reply('license', 'get_usage_snapshots', {
      ...from,
      date_end: '2101-01-01T00:00:00',
    });
    expect(ever.length).toBeGreaterThanOrEqual(all.length);
    const past = await target.reply('license', 'get_usage_snapshots', {
      ...from,
      date_end: '2001-01-02T00:00:00',
    });
    expect(past).toEqual([]);
  },
);

requirement(
  'raas.license.snapshots-hourly',
  {
    ...client,
    text: 'A snapshot of usage is taken every hour.',
    needs: ['superuser', 'tellable clock'],
  },
  async ({ target }) => {
    const before = await target.reply('license', 'get_usage_snapshots');
    await target.passes(3 * 3600);
    const after = await target.reply('license', 'get_usage_snapshots');
    expect(after).toHaveLength(before.length + 3);
  },
);

requirement(
  'raas.license.vra',
  { ...client, text: 'license.get_vra_license lists serial numbers and editions.' },
  async ({ target }) => {
    const keys = await target.reply('license', 'get_vra_license');
    expect(keys).toEqual(expect.any(Array));
    expect(await target.reply('license', 'get_vra_license')).toEqual(keys);
  },
);

for (const [name, method, parameter] of [
  ['save', 'save_license', 'license_key'],
  ['apply', 'apply_vra_license', 'vra_license_key'],
  ['delete', 'delete_license', 'license_uuid_or_serial'],
] as const)
  requirement(
    `raas.license.${name}-nonsense`,
    {
      ...concluded,
      level: name === 'delete' ? 'may' : 'should',
      text: `license.${method} of what is no licence is answered with an error.`,
      source: { inferred: 'what cannot be used, or found, comes back as an error' },
      needs: ['writes', 'superuser'],
    },
    async ({ target }) => {
      const given = { [parameter]: target.unique('license') };
      expectError(await target.rpc('license', method, given));
    },
  );

requirement(
  'raas.license.permission',
  {
    level: 'should',
    text: 'Who has not the permission license-read is refused what tells of the licence, and who has it is not.',
    source: { documented: DOCUMENTS.permissions, inferred: 'what the permission is called' },
    confidence: 'inferred',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    for (const [perms, isRefused] of [
      [[], true],
      [['license-read'], false],
    ] as const) {
      const { credentials } = await newUser(target, { perms });
      const { error } = await target.user(credentials).rpc('license', 'check_usage');
      expect([perms, error !== null]).toEqual([perms, isRefused]);
    }
  },
);
