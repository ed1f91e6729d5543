import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { requireAccess } from './own-access.ts';
import { requireList } from './own-list.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID, pillarsWith, savePillar, saveTarget, targetsWith } from './stored.ts';
import { expectError } from './refusals.ts';

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

requireList({
  topic: 'pillar',
  things: 'pillars',
  method: 'pillar.get_pillars',
  save: savePillar,
  list: (target, given) => target.reply('pillar', 'get_pillars', given),
});

requireAccess({
  topic: 'pillar',
  thing: 'pillar',
  parameter: 'pillar_uuid',
  access: 'pillar_access',
  remove: 'delete_pillar',
  save: savePillar,
  told: async (target, pillar_uuid) => (await pillarsWith(target, { pillar_uuid }))[0],
});

requirement(
  'raas.pillar.save-get',
  {
    ...DOCUMENTED,
    text: 'What save_pillar saves is found again by the uuid that it returns.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('pillar');
    const pillar = { users: [{ name: 'jürgen', uid: 1001 }], 'a b': { c: null, d: [1.5, true] } };
    const pillar_uuid = await savePillar(target, { name, pillar, desc: 'Users' });
    const found = await pillarsWith(target, { pillar_uuid });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ uuid: pillar_uuid, name });
    expect(found[0]?.pillar).toEqual(pillar);
  },
);

requirement(
  'raas.pillar.update',
  {
    ...DOCUMENTED,
    text: 'A save with a pillar_uuid puts other data in the place of what was there, and returns the same uuid.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('pillar');
    const pillar_uuid = await savePillar(target, { name, pillar: { a: 1, b: 2 } });
    const given = { pillar_uuid, name, pillar: { b: 3 }, pillar_type: 'json' };
    expect(await target.ret('pillar', 'save_pillar', given)).toBe(pillar_uuid);
    expect((await pillarsWith(target, { pillar_uuid }))[0]?.pillar).toEqual({ b: 3 });
  },
);

requirement(
  'raas.pillar.delete',
  { ...DOCUMENTED, text: 'A pillar that was deleted is not found.', needs: ['writes'] },
  async ({ target }) => {
    const pillar_uuid = await savePillar(target);
    expect(await pillarsWith(target, { pillar_uuid })).toHaveLength(1);
    await target.ret('pillar', 'delete_pillar', { pillar_uuid });
    const { ret, error } = await target.rpc('pillar', 'get_pillars', { pillar_uuid });
    if (error === null) expect(ret).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.pillar.delete-unknown',
  {
    level: 'should',
    text: 'Deleting a pillar that there is not is an error.',
    source: { inferred: 'nothing is deleted where nothing is' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    expectError(await target.rpc('pillar', 'delete_pillar', { pillar_uuid: NO_UUID }));
  },
);

requirement(
  'raas.pillar.no-object',
  {
    level: 'should',
    text: 'A pillar that is no object is refused.',
    source: { inferred: 'the schema of the method says that it is one' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    for (const pillar of ['a: 1', [1], null]) {
      const given = { name: target.unique('pillar'), pillar, pillar_type: 'json' };
      expectError(await target.rpc('pillar', 'save_pillar', given));
    }
  },
);

requirement(
  'raas.pillar.tied-to-target',
  {
    ...DOCUMENTED,
    text: 'A target group that is saved with pillar_uuids is found by each of them, and has them among its pillars.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const pillar_uuids = [await savePillar(target), await savePillar(target)];
    const uuid = await saveTarget(target, { pillar_uuids });
    for (const pillar_uuid of pillar_uuids) {
      const found = await targetsWith(target, { pillar_uuid });
      expect(found.map((group) => group.uuid)).toEqual([uuid]);
      expect(JSON.stringify(found[0]?.pillars)).toContain(pillar_uuid);
    }
  },
);

requirement(
  'raas.pillar.data-with-target',
  {
    level: 'should',
    text: 'get_target_group tells the data of pillars with include_pillar_data.',
    source: { inferred: 'the name of the parameter' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const secret = target.unique('secret');
    const pillar_uuid = await savePillar(target, { pillar: { secret } });
    const tgt_uuid = await saveTarget(target, { pillar_uuids: [pillar_uuid] });
    const [group] = await targetsWith(target, { tgt_uuid, include_pillar_data: true });
    expect(JSON.stringify(field(group, 'pillars'))).toContain(secret);
  },
);

requirement(
  'raas.pillar.tied-unknown',
  {
    level: 'should',
    text: 'A target group with a pillar that there is not is refused.',
    source: { inferred: 'its pillars are those that the server has' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('target');
    const tgt = { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } };
    const given = { name, tgt, pillar_uuids: [NO_UUID] };
    const { ret, error } = await target.rpc('tgt', 'save_target_group', given);
    const undo = { tgt_uuid: ret, force: true };
    if (error === null)
      target.undo({ resource: 'tgt', method: 'delete_target_group', given: undo });
    expect(error).not.toBe(null);
  },
);
