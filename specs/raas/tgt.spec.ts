import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { requireAccess } from './own-access.ts';
import { requireList } from './own-list.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { ALL_MINIONS, NO_UUID, NOBODY, saveJob, saveTarget, targetsWith } from './stored.ts';
import { expectError } from './refusals.ts';

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

requireList({
  topic: 'tgt',
  things: 'target groups',
  method: 'tgt.get_target_group',
  save: saveTarget,
  list: (target, given) => target.reply('tgt', 'get_target_group', given),
});

requireAccess({
  topic: 'tgt',
  thing: 'target group',
  parameter: 'tgt_uuid',
  access: 'target_group_access',
  remove: 'delete_target_group',
  save: saveTarget,
  told: async (target, tgt_uuid) => (await targetsWith(target, { tgt_uuid }))[0],
});

requirement(
  'raas.tgt.all-minions',
  {
    level: 'must',
    text: 'There is a target group of all minions, which has the same uuid on every server.',
    source: { client: [CLIENTS.mcp, CLIENTS.samples] },
    confidence: 'client',
  },
  async ({ target }) => {
    const [group] = await targetsWith(target, { tgt_uuid: ALL_MINIONS });
    expect(group).toMatchObject({
      uuid: ALL_MINIONS,
      name: 'All Minions',
      tgt: { '*': { tgt: '*', tgt_type: 'compound' } },
    });
  },
);

requirement(
  'raas.tgt.all-minions-stays',
  {
    level: 'should',
    text: 'The target group of all minions is deleted by nobody with few rights.',
    source: { inferred: 'every role needs it, and deletion needs its permission' },
    confidence: 'inferred',
    needs: ['writes', 'limited user'],
  },
  async ({ target }) => {
    const given = { tgt_uuid: ALL_MINIONS };
    const refused = await target.as('limited').rpc('tgt', 'delete_target_group', given);
    expect(refused.error).not.toBe(null);
    expect(await targetsWith(target, given)).toHaveLength(1);
  },
);

requirement(
  'raas.tgt.save-get',
  {
    ...DOCUMENTED,
    text: 'What save_target_group saves is found again by the uuid that it returns.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const fields = {
      name: target.unique('target'),
      desc: 'Web servers of grüne Straße 🧂',
      tgt: { '*': { tgt: 'saltproof-web* and G@os:Debian', tgt_type: 'compound' } },
    };
    const tgt_uuid = await saveTarget(target, fields);
    const found = await targetsWith(target, { tgt_uuid });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ uuid: tgt_uuid, ...fields, pillars: [] });
  },
);

requirement(
  'raas.tgt.update',
  {
    ...DOCUMENTED,
    text: 'A save with a tgt_uuid changes that target group, and returns the same uuid.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const tgt_uuid = await saveTarget(target);
    const changed = {
      name: target.unique('renamed'),
      desc: 'changed',
      tgt: { '*': { tgt: 'saltproof-nobody-else', tgt_type: 'list' } },
    };
    expect(await target.ret('tgt', 'save_target_group', { tgt_uuid, ...changed })).toBe(tgt_uuid);
    expect((await targetsWith(target, { tgt_uuid }))[0]).toMatchObject(changed);
  },
);

requirement(
  'raas.tgt.update-unknown',
  {
    ...DOCUMENTED,
    text: 'A save with a tgt_uuid that there is not is refused.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const fields = { tgt_uuid: NO_UUID, name: target.unique('target'), tgt: NOBODY };
    expectError(await target.rpc('tgt', 'save_target_group', fields));
  },
);

requirement(
  'raas.tgt.same-name',
  {
    level: 'may',
    text: 'A second target group of the same name is refused.',
    source: { inferred: 'clients look target groups up by name' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('target');
    await saveTarget(target, { name });
    expectError(await target.rpc('tgt', 'save_target_group', { name, tgt: NOBODY }));
  },
);

requirement(
  'raas.tgt.delete',
  { ...DOCUMENTED, text: 'A target group that was deleted is not found.', needs: ['writes'] },
  async ({ target }) => {
    const tgt_uuid = await saveTarget(target);
    expect(await targetsWith(target, { tgt_uuid })).toHaveLength(1);
    await target.ret('tgt', 'delete_target_group', { tgt_uuid });
    const { ret, error } = await target.rpc('tgt', 'get_target_group', { tgt_uuid });
    if (error === null) expect(ret).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.tgt.delete-list',
  {
    level: 'should',
    text: 'delete_target_group takes a list of uuids.',
    source: { documented: DOCUMENTS.reference },
    confidence: 'documented',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('target');
    const uuids = [
      await saveTarget(target, { name: `${name}-a` }),
      await saveTarget(target, { name: `${name}-b` }),
    ];
    expect(await targetsWith(target, { name })).toHaveLength(2);
    await target.ret('tgt', 'delete_target_group', { tgt_uuid: uuids });
    expect(await targetsWith(target, { name })).toEqual([]);
  },
);

requirement(
  'raas.tgt.delete-in-use',
  {
    ...DOCUMENTED,
    text: 'A target group that a job runs on is not deleted without force.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const tgt_uuid = await saveTarget(target);
    await saveJob(target, { tgt_uuid });
    const refused = await target.rpc('tgt', 'delete_target_group', { tgt_uuid });
    expect(refused.error).not.toBe(null);
    expect(await targetsWith(target, { tgt_uuid })).toHaveLength(1);
  },
);

requirement(
  'raas.tgt.delete-by-force',
  {
    ...DOCUMENTED,
    text: 'A target group that a job runs on is deleted with force.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('target');
    const tgt_uuid = await saveTarget(target, { name });
    await saveJob(target, { tgt_uuid });
    expect(await targetsWith(target, { name })).toHaveLength(1);
    await target.ret('tgt', 'delete_target_group', { tgt_uuid, force: true });
    expect(await targetsWith(target, { name })).toEqual([]);
  },
);

/** Targets that cannot be saved, each with what is wrong. */
const WRONG_TARGETS: readonly (readonly [name: string, text: string, tgt: unknown])[] = [
  [
    'star-beside-others',
    'that has a master beside *',
    { '*': { tgt: 'a', tgt_type: 'glob' }, saltproof: { tgt: 'a', tgt_type: 'glob' } },
  ],
  ['unknown-type', 'of a type that there is not', { '*': { tgt: 'a', tgt_type: 'saltproof' } }],
  ['type-in-capitals', 'whose type is in capitals', { '*': { tgt: 'a', tgt_type: 'GLOB' } }],
  ['no-expression', 'without an expression', { '*': { tgt_type: 'glob' } }],
  ['text-for-target', 'that is a text', 'saltproof*'],
];

for (const [name, text, tgt] of WRONG_TARGETS)
  requirement(
    `raas.tgt.${name}`,
    {
      level: 'should',
      text: `A target ${text} is refused.`,
      source: { inferred: 'clients refuse it before they send it, after the schema of the method' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const fields = { name: target.unique('target'), tgt };
      const { ret, error } = await target.rpc('tgt', 'save_target_group', fields);
      const given = { tgt_uuid: ret, force: true };
      if (error === null) target.undo({ resource: 'tgt', method: 'delete_target_group', given });
      expect(error).not.toBe(null);
    },
  );

requirement(
  'raas.tgt.delete-unknown',
  {
    level: 'should',
    text: 'Deleting a target group that there is not is an error.',
    source: { inferred: 'nothing is deleted where nothing is' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    expectError(await target.rpc('tgt', 'delete_target_group', { tgt_uuid: NO_UUID }));
  },
);
