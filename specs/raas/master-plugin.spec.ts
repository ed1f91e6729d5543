import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { CLIENTS } from './sources.ts';
import { expectError } from './refusals.ts';

/** Saves a master that nobody runs, and gives its id. */
async function savedMaster(target: RaasTarget): Promise<string> {
  const master_id = target.unique('master');
  await target.save('master', 'save_master', { master_id });
  return master_id;
}

requirement(
  'raas.master-plugin.listed',
  {
    level: 'should',
    text: 'Every master is listed with the state of its plugin.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['master'],
  },
  async ({ target }) => {
    const { count, results } = await target.reply('master', 'get_plugin_status', { limit: 0 });
    expect(count).toBeGreaterThan(0);
    expect(results).toHaveLength(count);
  },
);

requirement(
  'raas.master-plugin.versions',
  {
    level: 'should',
    text: 'The plugin that masters get is told, and the one that they go back to.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const { current, rollback } = await target.reply('master', 'get_plugin_versions');
    expect([current.filename, rollback.filename]).not.toContain('');
  },
);

requirement(
  'raas.master-plugin.round-trip',
  {
    level: 'should',
    text: 'The state of a plugin that was saved is listed with its master, and its jid with the master’s details.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await savedMaster(target);
    const last_update_jid = '20200323221245162594';
    const status = 'upgrade_failed';
    await target.ret('master', 'set_plugin_status', { master_id, status, last_update_jid });
    const listed = await target.reply('master', 'get_plugin_status', { master_id });
    expect(listed.results).toMatchObject([{ master_id, plugin_status: status }]);
    const { results } = await target.reply('master', 'get_master_details', { master_id });
    expect(results).toMatchObject([{ plugin_status: status, last_update_jid }]);
  },
);

requirement(
  'raas.master-plugin.by-status',
  {
    level: 'should',
    text: 'Of the masters those alone are listed whose plugin is in one of the states that are asked for.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await savedMaster(target);
    await target.ret('master', 'set_plugin_status', {
      master_id,
      status: 'rollback_failed_disconnected',
    });
    const countOf = async (...plugin_status: string[]): Promise<number> => {
      const asked = { master_id, plugin_status };
      return (await target.reply('master', 'get_plugin_status', asked)).count;
    };
    expect(await countOf('needs_update', 'rollback_failed_disconnected')).toBe(1);
    expect(await countOf('needs_update')).toBe(0);
  },
);

requirement(
  'raas.master-plugin.unknown-state',
  {
    level: 'should',
    text: 'A state that plugins do not have is not saved: there is an error.',
    source: { client: [CLIENTS.mcp], inferred: 'the schema of the method names the states' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await savedMaster(target);
    const given = { master_id, status: 'saltproof' };
    expectError(await target.rpc('master', 'set_plugin_status', given));
  },
);

requirement(
  'raas.master-plugin.update',
  {
    level: 'should',
    text: 'An update of a plugin is given a jid, which is listed with its master.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    // A command cannot be taken back.
    needs: ['writes', 'tellable clock'],
  },
  async ({ target }) => {
    const master_id = await savedMaster(target);
    const jid = await target.reply('master', 'update_plugin', { master_id });
    const { results } = await target.reply('master', 'get_master_details', { master_id });
    expect(results).toMatchObject([{ last_update_jid: jid }]);
  },
);

requirement(
  'raas.master-plugin.update-unknown',
  {
    level: 'should',
    text: 'Where there is no such master there is an error when its plugin is to be updated.',
    source: { inferred: 'errors of calls come inside 200, and nothing could be done here' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const given = { master_id: target.unique('master') };
    expectError(await target.rpc('master', 'update_plugin', given));
  },
);
