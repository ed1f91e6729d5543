import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { ALL_MINIONS, NOBODY, saveTarget } from './stored.ts';

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

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
