import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { requireAccess } from './own-access.ts';
import { requireList } from './own-list.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { ALL_MINIONS, NO_UUID, NOBODY, saveJob, saveTarget, targetsWith } from './stored.ts';

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
    expect((await target.rpc('tgt', 'save_target_group', fields)).error).not.toBe(null);
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
    expect((await target.rpc('tgt', 'save_target_group', { name, tgt: NOBODY })).error).not.toBe(
      null,
    );
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
  'raas.tgt.minions-of-all',
  {
    ...DOCUMENTED,
    text: 'get_target_group_minions gives the minions of a target group, by master.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const given = { tgt_uuid: ALL_MINIONS };
    const minions = await target.reply('tgt', 'get_target_group_minions', given);
    expect(minions[target.minion.master]).toContain(target.minion.minion);
  },
);

/** Expressions that a minion of this id is in, by the type of the target. */
const EXPRESSIONS: Readonly<Record<string, (id: string) => string>> = {
  glob: (id) => `${id.slice(0, -1)}?`,
  list: (id) => `saltproof-nobody,${id}`,
  pcre: (id) => `^${id.replaceAll(/[^\w-]/g, '.')}$`,
  grain: (id) => `id:${id}`,
  grain_pcre: (id) => `id:${id.replaceAll(/[^\w-]/g, '.')}$`,
  compound: (id) => `L@${id} and not saltproof-nobody`,
};

for (const [tgt_type, expression] of Object.entries(EXPRESSIONS))
  requirement(
    `raas.tgt.minions-${tgt_type.replace('_', '-')}`,
    {
      ...DOCUMENTED,
      text: `get_target_group_minions gives the minions that a target of the type ${tgt_type} matches.`,
      needs: ['minion'],
    },
    async ({ target }) => {
      const { master, minion } = target.minion;
      const tgt = { [master]: { tgt: expression(minion), tgt_type } };
      const minions = await target.reply('tgt', 'get_target_group_minions', { tgt });
      expect(minions[master]).toContain(minion);
    },
  );

requirement(
  'raas.tgt.minions-of-nobody',
  {
    level: 'should',
    text: 'get_target_group_minions gives no minion where none matches.',
    source: { inferred: 'it gives the minions of a target' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const minions = await target.reply('tgt', 'get_target_group_minions', { tgt: NOBODY });
    expect(Object.values(minions).flat()).toEqual([]);
  },
);

requirement(
  'raas.tgt.wait-for-match',
  {
    ...DOCUMENTED,
    text: 'A save with wait_for_match returns once the minions of the target are known.',
    needs: ['writes', 'minion'],
  },
  async ({ target }) => {
    const { master, minion } = target.minion;
    const tgt = { '*': { tgt: minion, tgt_type: 'list' } };
    const tgt_uuid = await saveTarget(target, { tgt, wait_for_match: true });
    const minions = await target.reply('tgt', 'get_target_group_minions', { tgt_uuid });
    expect(minions[master]).toEqual([minion]);
  },
);

requirement(
  'raas.tgt.filter-desc',
  {
    ...DOCUMENTED,
    text: 'get_target_group finds target groups by a text in their desc.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const desc = target.unique('desc');
    const uuid = await saveTarget(target, { desc: `Machines of ${desc} alone` });
    await saveTarget(target, { desc: 'Other machines' });
    expect((await targetsWith(target, { desc })).map((group) => group.uuid)).toEqual([uuid]);
  },
);

requirement(
  'raas.tgt.sort-by-desc',
  { ...DOCUMENTED, text: 'tgt.get_target_group sorts by desc.', needs: ['writes'] },
  async ({ target }) => {
    const name = target.unique('target');
    for (const end of ['b', 'c', 'a']) await saveTarget(target, { name: name + end, desc: end });
    const sorted = await targetsWith(target, { name, sort_by: 'desc' });
    expect(sorted.map(({ desc }) => desc)).toEqual(['a', 'b', 'c']);
  },
);

requirement(
  'raas.tgt.uuid-before-filters',
  {
    ...DOCUMENTED,
    text: 'Where get_target_group is given a tgt_uuid, name and desc do not count.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const tgt_uuid = await saveTarget(target);
    const given = { tgt_uuid, name: 'saltproof-other', desc: 'saltproof-other' };
    expect(await targetsWith(target, given)).toHaveLength(1);
  },
);

requirement(
  'raas.tgt.uuid-with-master',
  {
    level: 'should',
    text: 'get_target_group refuses a tgt_uuid together with a master_id.',
    source: { documented: DOCUMENTS.reference, inferred: 'it takes the one or the other' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const given = { tgt_uuid: ALL_MINIONS, master_id: 'saltproof' };
    expect((await target.rpc('tgt', 'get_target_group', given)).error).not.toBe(null);
  },
);

requirement(
  'raas.tgt.filter-master',
  {
    level: 'should',
    text: 'get_target_group finds the target groups of a master by its id.',
    source: { inferred: 'the name of the parameter' },
    confidence: 'inferred',
    needs: ['writes', 'master'],
  },
  async ({ target }) => {
    const [master_id = ''] = target.masters;
    const name = target.unique('target');
    const tgt = { [master_id]: { tgt: 'saltproof-nobody', tgt_type: 'glob' } };
    const uuid = await saveTarget(target, { name, tgt });
    const found = await targetsWith(target, { master_id, name });
    expect(found.map((group) => group.uuid)).toEqual([uuid]);
    expect(await targetsWith(target, { master_id: 'saltproof-no-master', name })).toEqual([]);
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
    const { error } = await target.rpc('tgt', 'delete_target_group', { tgt_uuid: NO_UUID });
    expect(error).not.toBe(null);
  },
);
