import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { newDirectory, unreachableDirectory } from './new-directory.ts';
import { newRole, newUser } from './new-user.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const facts = {
  level: 'should',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
  needs: ['writes', 'superuser'],
} as const;

const concluded = {
  ...facts,
  source: { client: [CLIENTS.mcp], inferred: 'what the methods and their parameters are called' },
  confidence: 'inferred',
} as const;

requirement(
  'raas.directories.round-trip',
  {
    ...facts,
    text: 'The configuration of a directory that was saved with settings.save_auth_config is what settings.get_auth_config gives by its name.',
  },
  async ({ target }) => {
    const { config_name, host, port, base_dn } = await newDirectory(target);
    const config = await target.reply('settings', 'get_auth_config', { config_name });
    expect(config).toMatchObject({ config_name, host, port, base_dn });
  },
);

requirement(
  'raas.directories.listed',
  { ...facts, text: 'settings.get_auth_config without a name lists the configurations.' },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const configs = await target.reply('settings', 'get_auth_config');
    expect(configs).toContainEqual(expect.objectContaining({ config_name }));
  },
);

requirement(
  'raas.directories.changed',
  {
    ...concluded,
    text: 'settings.save_auth_config with a name that there is already changes that configuration.',
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const config = { ...unreachableDirectory(target), config_name, port: 636 };
    await target.ret('settings', 'save_auth_config', { ...config, skip_job_scheduling: true });
    expect(await target.reply('settings', 'get_auth_config', { config_name })).toMatchObject({
      port: 636,
    });
    const configs = (await target.reply('settings', 'get_auth_config')) as unknown[];
    const own = configs.filter((other) => field(other, 'config_name') === config_name);
    expect(own).toHaveLength(1);
  },
);

requirement(
  'raas.directories.password-hidden',
  { ...concluded, text: 'The password that RaaS shows a directory is in no reply.' },
  async ({ target }) => {
    const { config_name, bind_pw } = await newDirectory(target);
    const config = await target.reply('settings', 'get_auth_config', { config_name });
    const configs = await target.reply('settings', 'get_auth_config');
    expect(JSON.stringify(config)).toContain(config_name);
    expect(JSON.stringify([config, configs])).not.toContain(bind_pw);
  },
);

requirement(
  'raas.directories.deleted',
  {
    ...facts,
    text: 'A configuration that was deleted with settings.delete_auth_config is given no more.',
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    await target.ret('settings', 'delete_auth_config', { config_name });
    const configs = await target.reply('settings', 'get_auth_config');
    expect(configs).not.toContainEqual(expect.objectContaining({ config_name }));
    expectError(await target.rpc('settings', 'get_auth_config', { config_name }));
  },
);

requirement(
  'raas.directories.access',
  {
    ...concluded,
    text: 'What settings.save_auth_config_access says that a role may do is what settings.get_auth_config_access gives.',
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const config = await target.reply('settings', 'get_auth_config', { config_name });
    const config_uuid = field(config, 'uuid');
    const access_payload = { User: ['read'] };
    await target.ret('settings', 'save_auth_config_access', { config_uuid, access_payload });
    const access = await target.reply('settings', 'get_auth_config_access', { config_uuid });
    expect(JSON.stringify(access)).toMatch(/"User".*"read"/);
    await target.ret('settings', 'save_auth_config_access', { config_uuid, access_payload: {} });
    const none = await target.reply('settings', 'get_auth_config_access', { config_uuid });
    expect(JSON.stringify(none)).not.toContain('"User"');
  },
);

requirement(
  'raas.directories.access-needed',
  {
    ...concluded,
    text: 'Who has no access to the configuration of a directory does not see it among the others, and who has read access does.',
    needs: ['writes', 'superuser', 'own login'],
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const role = await newRole(target, []);
    const user = target.user((await newUser(target, { roles: [role] })).credentials);
    const seen = async (): Promise<boolean> =>
      JSON.stringify(await user.ret('settings', 'get_auth_config')).includes(config_name);
    expect(await seen()).toBe(false);
    const config = await target.reply('settings', 'get_auth_config', { config_name });
    const access = { config_uuid: field(config, 'uuid'), access_payload: { [role]: ['read'] } };
    await target.ret('settings', 'save_auth_config_access', access);
    expect(await seen()).toBe(true);
  },
);

requirement(
  'raas.directories.test',
  {
    ...facts,
    confidence: 'client',
    text: 'settings.test_auth_config of a directory that answers nowhere says that it is not valid, and why.',
  },
  async ({ target }) => {
    const config = unreachableDirectory(target);
    const { validation_passed, details } = await target.reply(
      'settings',
      'test_auth_config',
      config,
    );
    expect(validation_passed).toBe(false);
    expect(details ?? null).not.toBe(null);
  },
);

requirement(
  'raas.directories.sync',
  { ...facts, level: 'may', confidence: 'client', text: 'settings.sync_auth_config gives a list.' },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    expect(await target.reply('settings', 'sync_auth_config', { config_name })).toEqual(
      expect.any(Array),
    );
  },
);

requirement(
  'raas.directories.preview',
  {
    ...concluded,
    text: 'settings.start_directory_preview gives the id of a task, by which its status and its records can be asked for.',
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const started = await target.ret('settings', 'start_directory_preview', { config_name });
    const task_id = field(started, 'task_id');
    expect(task_id).toEqual(expect.any(String));
    const ask = { config_name, task_id };
    target.undo({ resource: 'settings', method: 'end_directory_preview', given: ask });
    const { error } = await target.rpc('settings', 'get_directory_preview_status', ask);
    expect(error).toBe(null);
    const { entries, status } = await target.reply(
      'settings',
      'get_directory_preview_records',
      ask,
    );
    expect(entries).toEqual(expect.any(Array));
    expect(status).toEqual(expect.any(String));
  },
);

requirement(
  'raas.directories.preview-ended',
  {
    ...concluded,
    level: 'may',
    text: 'After settings.end_directory_preview the status of the preview is an error.',
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const started = await target.ret('settings', 'start_directory_preview', { config_name });
    const ask = { config_name, task_id: field(started, 'task_id') };
    await target.ret('settings', 'end_directory_preview', ask);
    expectError(await target.rpc('settings', 'get_directory_preview_status', ask));
  },
);

requirement(
  'raas.directories.permission',
  {
    ...concluded,
    text: 'Who is not Superuser saves no configuration of a directory.',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const { credentials } = await newUser(target, { roles: ['User'] });
    const config = { ...unreachableDirectory(target), skip_job_scheduling: true };
    expectError(await target.user(credentials).rpc('settings', 'save_auth_config', config));
  },
);

requirement(
  'raas.directories.log-in-unknown',
  {
    level: 'should',
    text: 'A log-in with the name of a back end that there is not is refused with 401.',
    source: { documented: DOCUMENTS.api, inferred: 'config_name names the back end of a user' },
    confidence: 'inferred',
    needs: ['own login'],
  },
  async ({ target }) => {
    const { username, password } = target.credentials;
    const config_name = target.unique('no-directory');
    const reply = await target.login({ username, password, config_name });
    expect(reply.status).toBe(401);
    target.shape(reply, 'rpc-unauthorized');
  },
);
