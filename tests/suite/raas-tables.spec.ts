import { expect, test } from '@playwright/test';
import { RESOURCE_TABLES } from '../../schemas/generated/raas/resources.ts';
import { mayChange } from '../../specs/target/raas/changes.ts';
import { UNDOINGS } from '../../specs/target/raas/undo.ts';
import { field, keysOf } from '../../specs/target/return-of.ts';

/* What the suite knows of methods, held against the tables of all of them: schemas/raas/. */

const METHODS = Object.entries(RESOURCE_TABLES).flatMap(([resource, table]) =>
  keysOf(field(table, 'methods')).map((method) => ({ resource, method })),
);

function parametersOf(resource: string, method: string): unknown[] {
  const tables: Readonly<Record<string, unknown>> = RESOURCE_TABLES;
  const parameters = field(tables[resource], 'methods', method, 'parameters');
  return Array.isArray(parameters) ? parameters.map((one: unknown) => field(one, 0)) : [];
}

test('whatever is saved, deleted, deployed or run needs leave to write', () => {
  const changing =
    /^(?:save|delete|set|update|remove|replace|apply|commit|deploy|transfer|trim|change|pause|resume|stop|start|end|track|assess|remediate|import|ingest|download|sync|authenticate|route)(?:_|$)/;
  const meant = METHODS.filter(({ method }) => changing.test(method));
  expect(meant.length).toBeGreaterThan(80);
  expect(meant.filter((call) => !mayChange(call))).toEqual([]);
});

test('whatever gets or lists something does not', () => {
  const reading = METHODS.filter(({ method }) => /^(?:get|list)(?:_|$)/.test(method));
  expect(reading.length).toBeGreaterThan(80);
  expect(reading.filter(mayChange)).toEqual([]);
});

for (const [name, { method, uuid, same = [], always = {} }] of Object.entries(UNDOINGS))
  test(`${name} is undone by a method that there is, with parameters that it has`, () => {
    const [resource = '', save = ''] = name.split('.');
    const needed = [...same, ...(uuid === undefined ? [] : [uuid]), ...Object.keys(always)];
    expect(needed.length).toBeGreaterThan(0);
    expect(parametersOf(resource, method)).toEqual(expect.arrayContaining(needed));
    expect(parametersOf(resource, save)).toEqual(expect.arrayContaining([...same]));
  });

/** Methods of which no document and no client tells what they return. */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  auth: [
    'change_password',
    'delete_group',
    'delete_group_link',
    'delete_role',
    'delete_user',
    'save_group',
    'save_group_link',
    'save_role',
    'save_user_link',
  ],
  cmd: ['track_state'],
  conf: ['delete_master_config', 'replace_master_config', 'save_master_config'],
  fs: ['delete_file', 'save_file', 'save_file_access', 'update_file'],
  job: ['delete_job'],
  kv: ['set_key', 'set_system_key'],
  master: ['delete_master', 'set_plugin_status', 'update_target_group_from_master'],
  minions: [
    'delete_minion_cache',
    'delete_minion_key_state',
    'save_minion_cache',
    'save_minion_key_state',
  ],
  pillar: ['delete_pillar', 'save_pillar_access'],
  sec: ['download_content', 'ingest_all_content', 'ingest_custom_content'],
  settings: [
    'delete_auth_config',
    'delete_sso_config',
    'end_directory_preview',
    'get_directory_preview_status',
    'get_sso_backends',
    'get_sso_config',
    'save_auth_config',
    'save_auth_config_access',
    'save_sso_config',
    'set_telemetry_status',
    'start_directory_preview',
  ],
  stats: ['db_health', 'null'],
  tgt: ['delete_target_group'],
  vman: [
    'commit_third_party_staging_data',
    'delete_third_party_import',
    'update_all_third_party_staging_data',
    'update_third_party_staging_data',
  ],
};

test('every resource and every method is told in a sentence', () => {
  const sentence = /^[A-Z].*\.$/s;
  for (const [resource, table] of Object.entries(RESOURCE_TABLES)) {
    expect.soft(field(table, 'doc'), resource).toMatch(sentence);
    for (const method of keysOf(field(table, 'methods')))
      expect
        .soft(field(table, 'methods', method, 'doc'), `${resource}.${method}`)
        .toMatch(sentence);
  }
});

test('every method has a schema of its reply, unless nobody knows what that is', () => {
  const tables: Readonly<Record<string, unknown>> = RESOURCE_TABLES;
  const empty = METHODS.filter(
    ({ resource, method }) =>
      keysOf(field(tables[resource], 'methods', method, 'reply')).length === 0,
  );
  const untold = Object.entries(UNTOLD).flatMap(([resource, methods]) =>
    methods.map((method) => ({ resource, method })),
  );
  expect(empty).toEqual(expect.arrayContaining(untold));
  expect(empty).toHaveLength(untold.length);
});
