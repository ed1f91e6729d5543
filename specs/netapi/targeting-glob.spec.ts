import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { answersOf } from './answers.ts';
import { everyModule } from './every-module.ts';
import { targetedBy } from './targeted-by.ts';

const source = { documented: 'Salt, Globbing minions', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** A character of an id in brackets: a set that holds nothing else. */
const inBrackets = (id: string): string => `[${id.slice(0, 1)}]${id.slice(1)}`;

everyModule(
  'targeting-glob.star',
  {
    level: 'must',
    text: 'Without tgt_type a target is a glob on the minion id: * names all, * around a part of an id names it too.',
    source,
    needs,
  },
  async ({ target }) => {
    const { up, down } = target.fleet;
    expect(await targetedBy(target, '*')).toEqual([...up, ...down].toSorted());
    expect(await targetedBy(target, `*${target.minion.slice(1)}`)).toContain(target.minion);
  },
);

everyModule(
  'targeting-glob.wildcards',
  {
    level: 'must',
    text: 'In a glob ? is one character, [seq] one of the set, and [!seq] one that is not in it.',
    source,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const first = id.slice(0, 1);
    expect(await targetedBy(target, `?${id.slice(1)}`, 'glob')).toContain(id);
    expect(await targetedBy(target, inBrackets(id), 'glob')).toEqual([id]);
    expect(await targetedBy(target, `[!${first}]${id.slice(1)}`, 'glob')).not.toContain(id);
    expect(await targetedBy(target, `${id}?`, 'glob')).not.toContain(id);
  },
);

everyModule(
  'targeting-glob.whole-id',
  {
    level: 'should',
    text: 'A glob must match the whole id, in its own case, and blanks around it count.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    for (const glob of [id.slice(1), id.slice(0, -1), `${id} `, ` ${id}`, otherCase(id)].filter(
      (glob) => glob !== id,
    ))
      expect(await targetedBy(target, glob, 'glob'), glob).not.toContain(id);
  },
);

everyModule(
  'targeting-glob.no-braces',
  {
    level: 'should',
    text: 'A glob knows no alternatives in braces, and a bracket that is left open stands for itself.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    for (const glob of [`{${id},${id}}`, `[${id}`, `${id}[`, ''])
      expect(await targetedBy(target, glob, 'glob'), glob).toEqual([]);
  },
);

everyModule(
  'targeting-glob.not-text',
  {
    level: 'may',
    text: 'A glob that is a number, true or null names nobody.',
    source: observed,
  },
  async ({ target }) => {
    for (const tgt of [5, true, null]) expect(await targetedBy(target, tgt)).toEqual([]);
  },
);

everyModule(
  'targeting-glob.comma',
  {
    level: 'should',
    text: 'A list of ids with commas is no glob and names nobody.',
    source: { observed: ['3006.28', '3007.15'] },
    needs,
    until: '3007',
  },
  async ({ target }) => {
    expect(await targetedBy(target, `${target.minion},${target.unique('nobody')}`)).toEqual([]);
    expect(await targetedBy(target, [target.minion])).toEqual([]);
  },
);

everyModule(
  'targeting-glob.comma-on-the-master',
  {
    level: 'may',
    text: 'The master reads a glob with commas, or a list, as several globs, although the minions it names do not.',
    source: { observed: ['3008.3'] },
    needs,
    since: '3008',
  },
  async ({ target }) => {
    const id = target.minion;
    expect(await targetedBy(target, `${id},${target.unique('nobody')}`)).toEqual([id]);
    expect(await targetedBy(target, [id])).toEqual([id]);
  },
);

everyModule(
  'targeting-glob.unknown-type',
  {
    level: 'should',
    text: 'A tgt_type that does not exist, is null or is no text names nobody; it is no error.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const tgt_type of ['nope', 'GLOB', '', null, 5, ['glob'], { glob: true }]) {
      const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping', tgt_type };
      const reply = await target.lowstate(chunk);
      const said = `{"return": [${answersOf(target).nobody}]}`;
      expect(reply.body, JSON.stringify(tgt_type)).toBe(said);
    }
  },
);

everyModule(
  'targeting-glob.expr-form',
  {
    level: 'should',
    text: 'expr_form, the name of tgt_type in releases of old, is ignored: the target stays a glob.',
    source: { ...observed, client: ['pepper 0.5.5'] },
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local',
      tgt: `id:${target.minion}`,
      expr_form: 'grain',
      fun: 'test.ping',
    });
    expect(reply.body).toBe(`{"return": [${answersOf(target).nobody}]}`);
  },
);

function otherCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}
