import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { complaints, FAILED, OK, on, resultOf, runHigh } from './run-states.ts';

const source = { documented: 'Salt: requisites', observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-requisites-refused.onfail-stop-refused',
  {
    level: 'may',
    text: 'onfail_stop, which is true or false, is taken for a requisite and refused as one.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const handled = [OK, on('onfail', 'a'), { onfail_stop: false }];
    expect(await complaints(target, { a: [FAILED], b: handled })).toEqual([
      "The onfail_stop statement in state 'b' in SLS 'specs' needs to be formed as a list",
    ]);
  },
);

requirement(
  'cherrypy.state-requisites-refused.lost-result',
  {
    level: 'should',
    text: 'A state that requires one that there is not fails, and lists what it misses; other states run.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const { states, retcode } = await runHigh(target, {
      a: [OK, on('require', 'nowhere')],
      b: [OK],
    });
    expect(resultOf(states, 'a')).toMatchObject({
      result: false,
      comment:
        'The following requisites were not found:\n' +
        `${' '.repeat(19)}require:\n${' '.repeat(23)}test: nowhere\n`,
    });
    expect(resultOf(states, 'b').result).toBe(true);
    expect(retcode).toBe(2);
  },
);

requirement(
  'cherrypy.state-requisites-refused.lost-refused',
  {
    level: 'should',
    text: 'States are refused of which one requires one that there is not.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const states = { a: [OK, on('require', 'nowhere')], b: [OK] };
    expect(await complaints(target, states)).toEqual([
      'Referenced state does not exist for requisite [require: (test: nowhere)] in state [a] in SLS [specs]',
    ]);
  },
);

requirement(
  'cherrypy.state-requisites-refused.circle-of-two',
  {
    level: 'should',
    text: 'States that require each other are refused.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const states = { a: [OK, on('require', 'b')], b: [OK, on('require', 'a')] };
    expect(await complaints(target, states)).toEqual([
      'A recursive requisite was found, SLS "specs" ID "b" ID "a"',
    ]);
  },
);

requirement(
  'cherrypy.state-requisites-refused.circle',
  {
    level: 'should',
    text: 'States that require each other in a circle of any length are refused, with the circle.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const states = {
      a: [OK, on('require', 'b')],
      b: [OK, on('require', 'c')],
      c: [OK, on('require', 'a')],
    };
    expect(await complaints(target, states)).toEqual([
      `Recursive requisites were found: ${[step('c', 'a'), step('b', 'c'), step('a', 'b')].join(', ')}`,
    ]);
  },
);

/** A step of a circle as Python prints it. */
function step(of: string, by: string): string {
  return `({'SLS': 'specs', 'ID': '${of}'}, 'require', {'SLS': 'specs', 'ID': '${by}'})`;
}

requirement(
  'cherrypy.state-requisites-refused.turned-to-nobody',
  {
    level: 'should',
    text: 'A requisite that a state says of one that there is not is refused, with advice.',
    source,
    needs,
  },
  async ({ target }) => {
    const states = { a: [OK, on('require_in', 'nowhere')] };
    expect(await complaints(target, states)).toEqual([
      "Cannot extend ID 'nowhere' in 'base:specs'. It is not part of the high state.\n" +
        'This is likely due to a missing include statement or an incorrectly typed ID.\n' +
        "Ensure that a state with an ID of 'nowhere' is available\nin environment 'base' and to SLS 'specs'",
    ]);
  },
);
