import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { scalarIn, type ScalarPlace } from './scalar-in.ts';
import { targetedBy } from './targeted-by.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'Salt, Targeting using grains', observed: EVERY_LINE };
const needs = ['minion'] as const;

async function grainsOf(target: Target): Promise<unknown> {
  return field(await target.local(target.minion, 'grains.items'), target.minion);
}

/** @throws NotVerified where the minion has no such grain */
async function nestedGrain(target: Target): Promise<ScalarPlace> {
  const place = scalarIn(await grainsOf(target), 2);
  if (place !== undefined) return place;
  throw new NotVerified('needs a minion with a dict among its grains');
}

everyModule(
  'targeting-grain.value',
  {
    level: 'must',
    text: 'grain names the minions whose grain matches a glob; the case of the value does not count.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    for (const tgt of [`id:${id}`, `id:${id.toUpperCase()}`, `id:?${id.slice(1)}`])
      expect(await targetedBy(target, tgt, 'grain'), tgt).toContain(id);
    for (const tgt of [`id:${id}x`, `id:${id.slice(1)}`, `id: ${id}`, `ID:${id}`])
      expect(await targetedBy(target, tgt, 'grain'), tgt).not.toContain(id);
  },
);

everyModule(
  'targeting-grain.nothing',
  {
    level: 'should',
    text: 'A grain that nobody has, and an expression without a delimiter, name nobody.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const tgt of [`${target.unique('grain')}:*`, 'id', '', '*'])
      expect(await targetedBy(target, tgt, 'grain'), tgt).toEqual([]);
  },
);

everyModule(
  'targeting-grain.nested',
  {
    level: 'must',
    text: 'An expression leads through nested grains, a level a delimiter; a key in the last place matches as a value does.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const { path, value } = await nestedGrain(target);
    const id = target.minion;
    const [top = '', ...below] = path;
    for (const tgt of [[...path, value], [...path, '*'], path, [top, '*', value]])
      expect(await targetedBy(target, tgt.join(':'), 'grain'), tgt.join(':')).toContain(id);
    for (const tgt of [
      [...path, `${value}x`],
      [...below, value],
      [top, value],
    ])
      expect(await targetedBy(target, tgt.join(':'), 'grain'), tgt.join(':')).not.toContain(id);
  },
);

everyModule(
  'targeting-grain.list',
  {
    level: 'must',
    text: 'Any member of a grain that is a list may match.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const addresses = field(await grainsOf(target), 'ipv4');
    if (!Array.isArray(addresses) || addresses.length === 0)
      throw new NotVerified('needs a minion with the grain ipv4');
    for (const address of addresses)
      expect(await targetedBy(target, `ipv4:${address}`, 'grain')).toContain(target.minion);
    expect(await targetedBy(target, 'ipv4:256.0.0.*', 'grain')).not.toContain(target.minion);
  },
);

everyModule(
  'targeting-grain.delimiter',
  {
    level: 'should',
    text: 'The delimiter of a chunk takes the place of the colon.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const { path, value } = await nestedGrain(target);
    const steps = [...path, value];
    expect(await targetedBy(target, steps.join('|'), 'grain', '|')).toContain(target.minion);
    expect(await targetedBy(target, steps.join('::'), 'grain', '::')).toContain(target.minion);
    expect(await targetedBy(target, steps.join(':'), 'grain', '|')).toEqual([]);
    expect(await targetedBy(target, steps.join(':'), 'grain', '')).toEqual([]);
  },
);

everyModule(
  'targeting-grain.pcre',
  {
    level: 'must',
    text: 'grain_pcre names the minions whose grain a regular expression matches from its start, whatever the case.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const first = id.slice(0, 1).replaceAll(/\W/g, '.');
    for (const tgt of [`id:${first}`, `id:${first.toUpperCase()}.*`, `id:(${first}|nobody)`, 'id:'])
      expect(await targetedBy(target, tgt, 'grain_pcre'), tgt).toContain(id);
    for (const tgt of [`id:(?!${first})`, `id:${first}.*\n$`, 'id:[', 'id'])
      expect(await targetedBy(target, tgt, 'grain_pcre'), tgt).not.toContain(id);
  },
);

everyModule(
  'targeting-grain.pcre-lower-case',
  {
    level: 'may',
    text: String.raw`grain_pcre lowers the expression too, so that \S means \s and matches no text without blanks.`,
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await targetedBy(target, String.raw`id:\S`, 'grain_pcre')).not.toContain(target.minion);
    expect(await targetedBy(target, String.raw`id:\w`, 'grain_pcre')).toContain(target.minion);
  },
);

everyModule(
  'targeting-grain.ipcidr',
  {
    level: 'must',
    text: 'ipcidr names the minions with that address, or with one in that network.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const [address] = [field(await grainsOf(target), 'ipv4')].flat();
    if (typeof address !== 'string') throw new NotVerified('needs a minion with the grain ipv4');
    const network = `${address.split('.').slice(0, 3).join('.')}.0`;
    for (const tgt of [address, `${address}/32`, `${network}/24`, `${network}/255.255.255.0`])
      expect(await targetedBy(target, tgt, 'ipcidr'), tgt).toContain(id);
    for (const tgt of [`${network}/33`, `${network.slice(0, -1)}1/24`, '256.0.0.1', 'nope'])
      expect(await targetedBy(target, tgt, 'ipcidr'), tgt).toEqual([]);
  },
);
