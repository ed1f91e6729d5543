import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { expectFailure } from './expect-said.ts';
import { pinged } from './pinged.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { targetedBy } from './targeted-by.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'Salt, Compound matchers', observed: EVERY_LINE };
const needs = ['minion'] as const;
const twoMinions = ['two minions'] as const;

/** Expects compound targets to name just these minions. */
async function expectNamed(
  target: Target,
  ids: readonly string[],
  targets: readonly unknown[],
): Promise<void> {
  for (const tgt of targets)
    expect(await targetedBy(target, tgt, 'compound'), String(tgt)).toEqual(ids.toSorted());
}

everyModule(
  'targeting-compound.engines',
  {
    level: 'must',
    text: 'A word of a compound target is a glob, or with G@, P@, L@, E@ before it a grain, its regular expression, a list, a regular expression of ids.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    await expectNamed(target, [id], [id, `G@id:${id}`, `P@id:${id}$`, `L@${id}`, `E@${id}$`]);
  },
);

everyModule(
  'targeting-compound.delimiter',
  {
    level: 'should',
    text: 'A character before the @ of G@ and P@ is the delimiter of that word.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    await expectNamed(target, [id], [`G|@id|${id}`, `G,@id,${id}`, `P|@id|${id}$`]);
  },
);

everyModule(
  'targeting-compound.operators',
  {
    level: 'must',
    text: 'and, or, not and brackets that stand alone join words; and binds tighter than or, not binds to what follows it.',
    source: documented,
    needs: twoMinions,
  },
  async ({ target }) => {
    const [a = '', b = ''] = target.fleet.up;
    await expectNamed(
      target,
      [a, b],
      [`${a} or ${b}`, `${a} or ${b} and ${b}`, `( ${a} or ${b} )`],
    );
    await expectNamed(
      target,
      [a],
      [
        `${a} or ${a} and ${b}`,
        `( ${a} or ${b} ) and ${a}`,
        `( ${a} or ${b} ) and not ${b}`,
        `${a} not ${b}`,
        `${a} and not ( ${b} or L@nobody )`,
        `( ( ${a} ) )`,
        `${a} or ( not ${a} and ${a} )`,
      ],
    );
    await expectNamed(target, [], [`${a} and ${b}`, `${a} and not ${a}`]);
    const others = await targetedBy(target, `not ${a}`, 'compound');
    expect(others).toContain(b);
    expect(others).not.toContain(a);
  },
);

everyModule(
  'targeting-compound.list-of-words',
  {
    level: 'must',
    text: 'A compound target may be the list of its words.',
    source: documented,
    needs: twoMinions,
  },
  async ({ target }) => {
    const [a = '', b = ''] = target.fleet.up;
    await expectNamed(target, [a, b], [[a, 'or', b]]);
    await expectNamed(target, [a], [[a], ['(', a, 'or', b, ')', 'and', 'not', `E@${b}`]]);
  },
);

everyModule(
  'targeting-compound.blanks',
  {
    level: 'should',
    text: 'Any white space parts the words of a compound target, and the job shows them with single blanks.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const reply = await target.lowstate({
      client: 'local',
      tgt: `  ${id}\tor \n ${id} `,
      tgt_type: 'compound',
      fun: 'test.kwarg',
    });
    expect(field(reply.json(), 'return', 0, id, '__pub_tgt')).toBe(`${id} or ${id}`);
  },
);

everyModule(
  'targeting-compound.no-sense',
  {
    level: 'should',
    text: 'A compound target that makes no sense names nobody; it is no error.',
    source: observed,
    needs: twoMinions,
  },
  async ({ target }) => {
    const [a = '', b = ''] = target.fleet.up;
    const targets = [
      `and ${a}`,
      `or ${a}`,
      `${a} ${b}`,
      `${a} and`,
      `${a} or`,
      `${a} )`,
      '( )',
      `( and ${a} )`,
      `${a} or or ${b}`,
      `${a} and not`,
      `${a} AND ${b}`,
      'X@foo',
      'E@[',
      '',
      ' ',
    ];
    await expectNamed(target, [], targets);
  },
);

everyModule(
  'targeting-compound.open-bracket',
  {
    level: 'should',
    text: 'The master closes a bracket that is left open.',
    source: observed,
    needs,
  },
  async ({ target }) => expectNamed(target, [target.minion], [`( ${target.minion}`]),
);

everyModule(
  'targeting-compound.unlisted',
  {
    level: 'should',
    text: 'An id in L@ that no accepted key has is answered with a text that says it did not return.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.silence },
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    const returned = await pinged(target, `${target.minion} or L@${nobody}`, 'compound');
    expect(field(returned, target.minion)).toBe(true);
    expect(field(returned, nobody)).toMatch(/^Minion did not return\. \[No resp/);
  },
);

everyModule(
  'targeting-compound.not-text',
  {
    level: 'may',
    text: 'A compound target that is a number, true or null fails.',
    source: observed,
  },
  async ({ target }) => {
    for (const tgt of [5, true, null]) {
      const chunk = { client: 'local', tgt, tgt_type: 'compound', fun: 'test.ping' };
      const reply = await target.lowstate(chunk);
      expectFailure(target, reply);
    }
  },
);

everyModule(
  'targeting-compound.unknown-nodegroup',
  {
    level: 'should',
    text: 'A nodegroup that the master does not have fails, as a target of its own and in a compound one.',
    source: observed,
  },
  async ({ target }) => {
    const group = target.unique('group');
    const chunk = { client: 'local', fun: 'test.ping' };
    for (const more of [
      { tgt: group, tgt_type: 'nodegroup' },
      { tgt: '', tgt_type: 'nodegroup' },
      { tgt: `N@${group}`, tgt_type: 'compound' },
    ]) {
      const reply = await target.lowstate({ ...chunk, ...more });
      expectFailure(target, reply);
    }
  },
);
