import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const documented = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp, CLIENTS.samples] },
  confidence: 'documented',
} as const;

requirement(
  'raas.admin.trim-test',
  {
    ...documented,
    text: 'admin.trim_database for a test counts what it would delete, of what it was asked for.',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const asked = { audit: 3650, events: 3650, jobs: 3650, schedule: 3650, test: true };
    const all = await target.reply('admin', 'trim_database', asked);
    expect(all).toMatchObject({
      test: true,
      audit: expect.any(Number),
      events: expect.any(Number),
      schedule: expect.any(Number),
      jobs: expect.any(Object),
    });
    const some = await target.reply('admin', 'trim_database', { audit: 3650, test: true });
    expect(keysOf(some).toSorted()).toEqual(['audit', 'test']);
  },
);

requirement(
  'raas.admin.trim-test-keeps',
  {
    level: 'should',
    text: 'admin.trim_database for a test deletes nothing: another finds the same, or more.',
    source: { documented: DOCUMENTS.reference, inferred: 'the parameter test' },
    confidence: 'inferred',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const trim = async (): Promise<number> => {
      const asked = { audit: 0, test: true };
      return (await target.reply('admin', 'trim_database', asked)).audit ?? -1;
    };
    const first = await trim();
    expect(first).toBeGreaterThan(0);
    expect(await trim()).toBeGreaterThanOrEqual(first);
  },
);

requirement(
  'raas.admin.trim-range',
  {
    level: 'should',
    text: 'admin.trim_database of less than -1 days is answered with an error.',
    source: { client: [CLIENTS.mcp], inferred: 'its published schema' },
    confidence: 'inferred',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    expectError(await target.rpc('admin', 'trim_database', { audit: -2, test: true }));
  },
);

requirement(
  'raas.admin.vra-params',
  {
    ...documented,
    text: 'What admin.save_vra_params saved is what admin.get_vra_params gives, changed under the same uuid, until it is deleted.',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const url = `https://${target.unique('vra')}.invalid/`;
    const extra_params = { text: 'grüße 🧂', list: [1, null, { deep: true }] };
    const param_uuid = await target.save('admin', 'save_vra_params', { url, extra_params });
    const got = await target.reply('admin', 'get_vra_params', { param_uuid });
    expect(got).toEqual({ count: 1, results: [{ url, extra_params, param_uuid }] });
    const other = `${url}other`;
    const change = { url: other, param_uuid };
    expect(await target.reply('admin', 'save_vra_params', change)).toBe(param_uuid);
    const { results } = await target.reply('admin', 'get_vra_params');
    expect(results.filter((params) => params.param_uuid === param_uuid)).toMatchObject([
      { url: other },
    ]);
    const deleted = await target.reply('admin', 'delete_vra_params', { param_uuid });
    expect(deleted).toBe(param_uuid);
    const left = await target.reply('admin', 'get_vra_params');
    expect(left.results.map((params) => params.param_uuid)).not.toContain(param_uuid);
  },
);

requirement(
  'raas.admin.vra-params-unknown',
  {
    level: 'should',
    text: 'admin.delete_vra_params of a uuid that there is not is answered with an error.',
    source: { inferred: 'what cannot be found comes back as an error' },
    confidence: 'inferred',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const param_uuid = NO_UUID;
    expectError(await target.rpc('admin', 'delete_vra_params', { param_uuid }));
  },
);
