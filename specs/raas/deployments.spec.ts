import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS } from './sources.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';

/** A host that is never there (RFC 2606). */
const HOST = { host_name_ip: 'saltproof.invalid', os: 'linux', username: 'saltproof' };

requirement(
  'raas.deployments.masters',
  {
    level: 'should',
    text: 'Masters that are set up are listed with how far they have come.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    await target.reply('master', 'get_master_deployments', { limit: 10 });
    const none = await target.reply('master', 'get_master_deployments', { deploy_uuid: NO_UUID });
    expect(none).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.deployments.master',
  {
    level: 'should',
    text: 'A master that is to be set up is listed by the uuid that was given for it.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    // A deployment cannot be taken back.
    needs: ['writes', 'tellable clock'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    const { host_name_ip, username } = HOST;
    const host = { host_name_ip, username, password: 'none' };
    const deploy_uuid = await target.ret('master', 'deploy_master', { ...host, master_id });
    const { results } = await target.reply('master', 'get_master_deployments', { deploy_uuid });
    expect(results).toMatchObject([{ uuid: deploy_uuid, master_id }]);
  },
);

requirement(
  'raas.deployments.master-without-credentials',
  {
    level: 'should',
    text: 'Where a master is to be set up with nothing to log in with there is an error.',
    source: { client: [CLIENTS.mcp], inferred: 'one of three credentials is needed' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { host_name_ip, username } = HOST;
    const given = { host_name_ip, username };
    expectError(await target.rpc('master', 'deploy_master', given));
  },
);

requirement(
  'raas.deployments.minions',
  {
    level: 'should',
    text: 'Minions that are set up are listed with how far they have come.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    await target.reply('minions', 'get_minion_deployments', { limit: 10 });
    const none = await target.reply('minions', 'get_minion_deployments', { deploy_uuid: NO_UUID });
    expect(none).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.deployments.minion',
  {
    level: 'should',
    text: 'A minion that is to be set up is listed by the uuid that was given for it, with what was asked for.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    // A deployment cannot be taken back.
    needs: ['writes', 'tellable clock', 'master'],
  },
  async ({ target }) => {
    const [master_id] = target.masters;
    const minion_id = target.unique('minion');
    const payload = { variables: { port: 80 }, state_files: ['/web.sls'] };
    const given = { ...HOST, ...payload, master_id, minion_id, password: 'none' };
    const deploy_uuid = await target.reply('minions', 'deploy_minion', given);
    const { results } = await target.reply('minions', 'get_minion_deployments', { deploy_uuid });
    expect(results).toMatchObject([{ uuid: deploy_uuid, master_id, minion_id, payload }]);
  },
);

requirement(
  'raas.deployments.minion-without-credentials',
  {
    level: 'should',
    text: 'Where a minion is to be set up with nothing to log in with there is an error.',
    source: { client: [CLIENTS.mcp], inferred: 'one of three credentials is needed' },
    confidence: 'inferred',
    needs: ['writes', 'master'],
  },
  async ({ target }) => {
    const given = { ...HOST, master_id: target.masters[0] };
    expectError(await target.rpc('minions', 'deploy_minion', given));
  },
);
