import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';

/** The id of a master that is not attached. */
const NO_MASTER = 'saltproof-no-master';

/** What is kept of the configuration of a master. */
function configOf(target: RaasTarget, master_id: string): Promise<string> {
  return target.reply('conf', 'get_master_config', { master_id });
}

requirement(
  'raas.conf.get',
  {
    level: 'must',
    text: 'The configuration of a master is a text.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['master', 'superuser'],
  },
  async ({ target }) => {
    const [master_id = ''] = target.masters;
    expect(await configOf(target, master_id)).toEqual(expect.any(String));
  },
);

for (const [method, given] of [
  ['get_master_config', {}],
  ['save_master_config', { config_yaml: 'saltproof: 1\n' }],
  ['replace_master_config', { config_yaml: 'saltproof: 1\n' }],
  ['delete_master_config', {}],
] as const)
  requirement(
    `raas.conf.${method.replaceAll('_', '-')}-unknown`,
    {
      level: 'should',
      text: `${method} of a master that there is not is an error.`,
      source: { inferred: 'a configuration is that of a master' },
      confidence: 'inferred',
      ...(method !== 'get_master_config' && { needs: ['writes'] }),
    },
    async ({ target }) => {
      expectError(await target.rpc('conf', method, { master_id: NO_MASTER, ...given }));
    },
  );

requirement(
  'raas.conf.refused',
  {
    level: 'should',
    text: 'Who has few rights sees no configuration of a master.',
    source: {
      documented: DOCUMENTS.permissions,
      inferred: 'there are permissions for it alone',
    },
    confidence: 'inferred',
    needs: ['limited user', 'master'],
  },
  async ({ target }) => {
    const [master_id] = target.masters;
    const limited = target.as('limited');
    expectError(await limited.rpc('conf', 'get_master_config', { master_id }));
  },
);

requirement(
  'raas.conf.life',
  {
    level: 'must',
    text: 'Of the configuration of a master, replace_master_config changes all, save_master_config what it names, and delete_master_config leaves nothing.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    // What a real master is configured with is not to be played with.
    needs: ['writes', 'master', 'tellable clock'],
  },
  async ({ target }) => {
    const [master_id = ''] = target.masters;
    const before = { master_id, config_yaml: await configOf(target, master_id) };
    target.undo({ resource: 'conf', method: 'replace_master_config', given: before });
    for (const config_yaml of ['user: grün\n', 'timeout: 7\nuser: salt\n']) {
      await target.ret('conf', 'replace_master_config', { master_id, config_yaml });
      expect(linesOf(await configOf(target, master_id))).toEqual(linesOf(config_yaml));
    }
    const added = { master_id, config_yaml: 'loop_interval: 30\ntimeout: 9\n' };
    await target.ret('conf', 'save_master_config', added);
    const lines = ['loop_interval: 30', 'timeout: 9', 'user: salt'];
    expect(linesOf(await configOf(target, master_id))).toEqual(lines);
    const broken = { master_id, config_yaml: 'a: [' };
    expectError(await target.rpc('conf', 'save_master_config', broken));
    expect(linesOf(await configOf(target, master_id))).toEqual(lines);
    await target.ret('conf', 'delete_master_config', { master_id });
    const { ret } = await target.rpc('conf', 'get_master_config', { master_id });
    expect(ret ?? '').toBe('');
  },
);

/** The lines of a text of YAML that has one option a line, sorted. */
function linesOf(yaml: string): string[] {
  return yaml
    .split('\n')
    .filter((line) => line !== '')
    .toSorted();
}
