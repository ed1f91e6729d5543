import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { ALL_MINIONS, saveTarget, targetsWith } from './stored.ts';
import { expectError } from './refusals.ts';

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

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
    expectError(await target.rpc('tgt', 'get_target_group', given));
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
