import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { scalarIn, type ScalarPlace } from './scalar-in.ts';
import { targetedBy } from './targeted-by.ts';

const source = { documented: 'Salt, Targeting using pillar', observed: EVERY_LINE };
const needs = ['minion'] as const;

/** @throws NotVerified where the minion has no pillar to speak of */
async function pillarOf(target: Target): Promise<ScalarPlace> {
  const pillar = field(await target.local(target.minion, 'pillar.raw'), target.minion);
  const place = scalarIn(pillar, 1);
  if (place !== undefined) return place;
  throw new NotVerified('needs a minion with a pillar that holds a text or a number');
}

everyModule(
  'targeting-pillar.value',
  {
    level: 'must',
    text: 'pillar names the minions whose pillar value matches a glob, whatever the case.',
    source,
    needs,
  },
  async ({ target }) => {
    const { path, value } = await pillarOf(target);
    const key = path.join(':');
    for (const tgt of [`${key}:${value}`, `${key}:?${value.slice(1)}`, `${key}:*`])
      expect(await targetedBy(target, tgt, 'pillar'), tgt).toContain(target.minion);
    for (const tgt of [`${key}:${value}x`, key, `${target.unique('pillar')}:*`])
      expect(await targetedBy(target, tgt, 'pillar'), tgt).not.toContain(target.minion);
  },
);

everyModule(
  'targeting-pillar.pcre',
  {
    level: 'must',
    text: 'pillar_pcre names the minions whose pillar value a regular expression matches from its start.',
    source,
    needs,
  },
  async ({ target }) => {
    const { path, value } = await pillarOf(target);
    const key = path.join(':');
    const first = value.slice(0, 1).replaceAll(/\W/g, '.');
    for (const tgt of [`${key}:${first}`, `${key}:.+$`])
      expect(await targetedBy(target, tgt, 'pillar_pcre'), tgt).toContain(target.minion);
    for (const tgt of [`${key}:(?!${first})`, `${key}:[`])
      expect(await targetedBy(target, tgt, 'pillar_pcre'), tgt).not.toContain(target.minion);
  },
);

everyModule(
  'targeting-pillar.exact',
  {
    level: 'should',
    text: 'pillar_exact takes no wildcards.',
    source: { observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const { path, value } = await pillarOf(target);
    const key = path.join(':');
    expect(await targetedBy(target, `${key}:${value}`, 'pillar_exact')).toContain(target.minion);
    for (const tgt of [`${key}:*`, `${key}:?${value.slice(1)}`])
      expect(await targetedBy(target, tgt, 'pillar_exact'), tgt).not.toContain(target.minion);
  },
);
