import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';

requirement(
  'raas.settings.telemetry',
  {
    level: 'should',
    text: 'settings.get_telemetry_status tells whether telemetry is on.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const status = await target.reply('settings', 'get_telemetry_status');
    expect(await target.reply('settings', 'get_telemetry_status')).toBe(status);
    expect(status).toEqual(expect.any(Boolean));
  },
);

requirement(
  'raas.settings.telemetry-switched',
  {
    level: 'should',
    text: 'settings.set_telemetry_status switches telemetry, as settings.get_telemetry_status then tells.',
    source: { client: [CLIENTS.mcp], inferred: 'what the methods are called' },
    confidence: 'inferred',
    needs: ['writes', 'superuser', 'tellable clock'],
  },
  async ({ target }) => {
    const before = await target.reply('settings', 'get_telemetry_status');
    const given = { flag: before };
    target.undo({ resource: 'settings', method: 'set_telemetry_status', given });
    await target.ret('settings', 'set_telemetry_status', { flag: !before });
    expect(await target.reply('settings', 'get_telemetry_status')).toBe(!before);
  },
);

requirement(
  'raas.settings.unprotected',
  {
    level: 'may',
    text: 'settings.get_config_unprotected of a name that there is not is answered with an error.',
    source: { inferred: 'what cannot be found comes back as an error' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const name = target.unique('setting');
    expectError(await target.rpc('settings', 'get_config_unprotected', { name }));
  },
);

requirement(
  'raas.settings.sso-backends',
  {
    level: 'may',
    text: 'settings.get_sso_backends tells of several kinds of single sign-on.',
    source: { client: [CLIENTS.mcp], inferred: 'the plural of its name' },
    confidence: 'inferred',
    needs: ['superuser'],
  },
  async ({ target }) => {
    const kinds = (await target.ret('settings', 'get_sso_backends')) as object;
    expect(Object.keys(kinds).length).toBeGreaterThan(0);
  },
);

requirement(
  'raas.settings.sso-round-trip',
  {
    level: 'may',
    text: 'A configuration of single sign-on that was saved is listed, without its secret, until it is deleted by its slug.',
    source: { client: [CLIENTS.mcp], inferred: 'what the methods and their parameters are called' },
    confidence: 'inferred',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const [name, secret] = [target.unique('sso'), `${target.unique('secret')} S3cret!`];
    const config = { key: 'saltproof', secret };
    const saved = { name, backend: 'google-oauth2', config };
    const slug = String(await target.ret('settings', 'save_sso_config', saved));
    target.undo({ resource: 'settings', method: 'delete_sso_config', given: { slug } });
    const listed = async (): Promise<string> =>
      JSON.stringify(await target.ret('settings', 'get_sso_config'));
    expect(await listed()).toContain(`"${name}"`);
    expect(await listed()).not.toContain(secret);
    const alone = await target.ret('settings', 'get_sso_config', { slug });
    expect(alone).toMatchObject({ name });
    await target.ret('settings', 'delete_sso_config', { slug });
    expect(await listed()).not.toContain(`"${name}"`);
  },
);
