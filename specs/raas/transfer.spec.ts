import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { newUser } from './new-user.ts';
import { CLIENTS } from './sources.ts';

/** A target group of the run's user, and who owns it. */
async function ownedGroup(target: RaasTarget) {
  const tgt_uuid = await target.save('tgt', 'save_target_group', {
    name: target.unique('group'),
    tgt: { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } },
  });
  const owner = async (): Promise<string> => {
    const groups = await target.ret('tgt', 'get_target_group', { tgt_uuid });
    return String(field(groups, 'results', 0, 'metadata', 'auth', 'owner', 'uuid'));
  };
  return { tgt_uuid, owner };
}

const facts = {
  level: 'should',
  source: { client: [CLIENTS.mcp], inferred: 'what the method and its parameters are called' },
  confidence: 'inferred',
  needs: ['writes', 'superuser'],
} as const;

requirement(
  'raas.transfer.owner',
  {
    ...facts,
    text: 'auth.transfer_resources makes what one user owns, and is named by uuid, that of another.',
  },
  async ({ target }) => {
    const { tgt_uuid, owner } = await ownedGroup(target);
    const from_user_uuid = await owner();
    const { uuid: to_user_uuid } = await newUser(target);
    await target.ret('auth', 'transfer_resources', {
      from_user_uuid,
      to_user_uuid,
      resource_types: ['target_groups'],
      resource_uuids: [tgt_uuid],
    });
    expect(await owner()).toBe(to_user_uuid);
  },
);

requirement(
  'raas.transfer.test',
  { ...facts, text: 'auth.transfer_resources for a test gives an object and changes nothing.' },
  async ({ target }) => {
    const { tgt_uuid, owner } = await ownedGroup(target);
    const from_user_uuid = await owner();
    const { uuid: to_user_uuid } = await newUser(target);
    const transfer = { from_user_uuid, to_user_uuid, resource_uuids: [tgt_uuid], test: true };
    const told = await target.reply('auth', 'transfer_resources', transfer);
    expect(told).toEqual(expect.any(Object));
    expect(await owner()).toBe(from_user_uuid);
  },
);
