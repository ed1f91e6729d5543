import { expect, test } from '@playwright/test';
import {
  InputError,
  startSimulator,
  type AnswerRule,
  type Simulator,
} from '../../simulator/index.ts';
import { fleetWith } from '../simulator/answers-by.ts';
import { runAsSaltdev } from '../simulator/run-as-saltdev.ts';

let master: Simulator;
test.beforeEach(async () => {
  master = await startSimulator({ fleet: fleetWith([{ fun: 'test.ping', return: 'fleet' }]) });
});
test.afterEach(() => master.close());

async function ping(): Promise<unknown> {
  const given = await runAsSaltdev(master, { tgt: 'web1', fun: 'test.ping' });
  return (given as { web1: unknown }).web1;
}

test('rules that are added stand before those of the fleet and those added earlier', async () => {
  master.answers.add({ fun: 'test.ping', times: 2, return: 'earlier' });
  master.answers.add(
    { fun: 'test.ping', times: 1, return: 'later' },
    { fun: 'test.ping', times: 1, return: 'later still' },
  );
  const given = [await ping(), await ping(), await ping(), await ping(), await ping()];
  expect(given).toEqual(['later', 'later still', 'earlier', 'earlier', 'fleet']);
});

test('rules that were added can be taken away, and those they stood before are as they were', async () => {
  const added = master.answers.add({ fun: 'test.ping', return: 1 }, { fun: '*', return: 2 });
  expect(await ping()).toBe(1);
  added.remove();
  added.remove();
  expect(await ping()).toBe('fleet');
});

test('all rules can be taken away, and new ones added', async () => {
  const added = master.answers.add({ fun: 'test.ping', return: 'added' });
  master.answers.clear();
  expect(await ping()).toBe(true);
  added.remove();
  master.answers.add({ fun: 'test.ping', return: 'new' });
  expect(await ping()).toBe('new');
});

test('a rule that is taken away answers no longer, but what it began comes', async () => {
  const added = master.answers.add({ fun: 'test.ping', delay: 5, return: 'begun' });
  const begun = ping();
  await expect.poll(running).toBe(1);
  added.remove();
  expect([await ping(), await begun]).toEqual(['fleet', 'begun']);
});

test('what a rule answers is what it was when the rule was added', async () => {
  const rule = { fun: 'test.ping', return: ['a'] };
  master.answers.add(rule);
  rule.return.push('b');
  expect(await ping()).toEqual(['a']);
});

/* What callers without a compiler get wrong. */
const WRONG: readonly (readonly [rule: unknown, says: string])[] = [
  [{}, 'The list of rules has no "fun" in answers.0, and needs one.'],
  [
    { fun: 'test.ping', retrun: 1 },
    'has "retrun" in answers.0, which nobody reads. Did you mean "return"?',
  ],
  ['test.ping', 'says in answers.0 "test.ping"; it must be a mapping'],
  [
    { fun: 'test.ping', return: '\ud800' },
    'The text of answers.0.return has half of a surrogate pair',
  ],
];
for (const [rule, says] of WRONG)
  test(`answers.add(${JSON.stringify(rule)}) is refused, and adds nothing`, async () => {
    expect(() => master.answers.add(rule as AnswerRule)).toThrow(InputError);
    expect(() => master.answers.add(rule as AnswerRule)).toThrow(says);
    expect(await ping()).toBe('fleet');
  });

/** How many functions web1 is running. */
async function running(): Promise<number> {
  const given = await runAsSaltdev(master, { tgt: 'web1', fun: 'saltutil.running' });
  return (given as { web1: unknown[] }).web1.length;
}
