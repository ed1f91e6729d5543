import { expect, test } from '@playwright/test';
import type { AnswerRule } from '../../simulator/index.ts';
import { answersBy, fleetWith, SILENT, withFleet } from './answers-by.ts';
import { nowOf } from './now-of.ts';
import { runAsSaltdev, type Chunk } from './run-as-saltdev.ts';

const FULL = { tgt: 'web1', full_return: true };

test.describe('a rule is for', () => {
  const built = { web1: true, web2: true, db1: true };

  test('all minions, where it names none', async () => {
    const [given] = await answersBy([{ fun: 'test.ping', return: 'x' }], { fun: 'test.ping' });
    expect(given).toEqual({ web1: 'x', web2: 'x', db1: 'x' });
  });

  test('the minions a glob names, or one of several', async () => {
    const [ping, isTrue] = await answersBy(
      [
        { fun: 'test.ping', minions: 'web*', return: false },
        { fun: 'test.true', minions: ['db1', '*2'], return: false },
      ],
      { fun: 'test.ping' },
      { fun: 'test.true' },
    );
    expect(ping).toEqual({ ...built, web1: false, web2: false });
    expect(isTrue).toEqual({ ...built, web2: false, db1: false });
  });

  test('the functions a glob names', async () => {
    const calls = ['test.ping', 'test.true', 'test.echo'].map((fun) => ({
      tgt: 'web1',
      fun,
      arg: fun === 'test.echo' ? ['hello'] : [],
    }));
    const given = await answersBy([{ fun: 'test.[pt]*', return: 0 }], ...calls);
    expect(given).toEqual([{ web1: 0 }, { web1: 0 }, { web1: 'hello' }]);
  });

  test('calls whose arguments begin so', async () => {
    const given = await answersBy(
      [{ fun: 'test.arg_clean', arg: ['nginx', { a: 1, b: [2] }], return: 'scripted' }],
      cleanArguments('nginx', { b: [2], a: 1 }),
      cleanArguments('nginx', { a: 1, b: [2] }, 'more'),
      cleanArguments('nginx'),
      cleanArguments('apache', { a: 1, b: [2] }),
    );
    expect(given).toEqual([
      { web1: 'scripted' },
      { web1: 'scripted' },
      { web1: { args: ['nginx'], kwargs: {} } },
      { web1: { args: ['apache', { a: 1, b: [2] }], kwargs: {} } },
    ]);
  });

  test('calls with such keyword arguments, however they are sent', async () => {
    const rule = { fun: 'test.kwarg', kwarg: { refresh: true }, return: 'scripted' };
    const given = await answersBy(
      [rule],
      { tgt: 'web1', fun: 'test.kwarg', kwarg: { refresh: true, more: 1 } },
      { tgt: 'web1', fun: 'test.kwarg', arg: ['refresh=True'] },
      { tgt: 'web1', fun: 'test.arg_clean', kwarg: { refresh: true } },
      { tgt: 'web1', fun: 'test.arg_clean' },
    );
    expect(given.slice(0, 2)).toEqual([{ web1: 'scripted' }, { web1: 'scripted' }]);
    expect(given.slice(2)).toEqual([
      { web1: { args: [], kwargs: { refresh: true } } },
      { web1: { args: [], kwargs: {} } },
    ]);
  });

  test('accepted minions that are up, whatever it says', async () => {
    const fleet = {
      ...fleetWith([{ fun: 'test.ping', return: 'here' }]),
      minions: { web1: {}, old1: { up: false }, new1: { key: 'pending' } },
    };
    const call = { tgt: '*', fun: 'test.ping' };
    const given = await withFleet(fleet, (simulator) => runAsSaltdev(simulator, call));
    expect(given).toEqual({ web1: 'here', old1: SILENT });
  });
});

test.describe('a call is answered', () => {
  test('with any value, and the outputter that the function has', async () => {
    const value = { list: [1, 2.5, null], 10: 'ten', 9: 'nine', big: '18446744073709551616' };
    const given = await answersBy(
      [
        { fun: 'grains.items', return: value },
        { fun: 'test.true', return: null },
      ],
      { ...FULL, fun: 'grains.items' },
      { ...FULL, fun: 'test.true' },
    );
    expect(given).toEqual([
      { web1: { jid: expect.any(String), ret: value, retcode: 0, out: 'nested' } },
      { web1: { jid: expect.any(String), ret: null, retcode: 0 } },
    ]);
  });

  test('with a retcode, which is no success unless it is 0', async () => {
    const kept = await keptReturn({ fun: 'test.echo', return: 'oops', retcode: 3 });
    expect(kept).toEqual({ web1: { return: 'oops', retcode: 3, success: false } });
  });

  test('with a dict that says it failed, and the retcode 1 that Salt makes of it', async () => {
    const kept = await keptReturn({ fun: 'test.echo', return: { result: false } });
    expect(kept).toEqual({ web1: { return: { result: false }, retcode: 1, success: false } });
  });

  const exceptions: readonly (readonly [NonNullable<AnswerRule['exception']>, string])[] = [
    ['Unit not found', 'ERROR: Unit not found'],
    [{ kind: 'CommandExecutionError', message: 'no' }, 'ERROR: no'],
    [{ message: 'no' }, 'ERROR: no'],
    [{ kind: 'salt.exceptions.CommandExecutionError', message: 'no' }, 'ERROR: no'],
    [{ kind: 'SaltInvocationError', message: 'no' }, "ERROR executing 'my.fun': no"],
    [
      { kind: 'CommandNotFoundError', message: 'no' },
      "Command required for 'my.fun' not found: no",
    ],
    [{ kind: 'TypeError', message: 'no' }, 'Passed invalid arguments to my.fun: no\n'],
    [
      { kind: 'KeyError', message: "'k'" },
      "The minion function caused an exception: Traceback (most recent call last):\nKeyError: 'k'\n",
    ],
  ];
  for (const [exception, text] of exceptions)
    test(`with what a minion makes of ${JSON.stringify(exception)}`, async () => {
      const [given] = await answersBy([{ fun: 'my.fun', exception }], { ...FULL, fun: 'my.fun' });
      expect(given).toEqual({
        web1: { jid: expect.any(String), ret: text, retcode: 1, out: 'nested' },
      });
    });

  test('not at all: the minion did not return', async () => {
    const [given] = await answersBy([{ fun: 'test.ping', minions: 'web1', no_return: true }], {
      fun: 'test.ping',
    });
    expect(given).toEqual({ web1: SILENT, web2: true, db1: true });
  });

  test('late, by the clock of the master', async () => {
    const fleet = fleetWith([{ fun: 'test.ping', minions: 'web2', delay: 60 }]);
    await withFleet(fleet, async (simulator) => {
      const before = await nowOf(simulator);
      const given = await runAsSaltdev(simulator, { tgt: 'web*', fun: 'test.ping' });
      expect(given).toEqual({ web1: true, web2: true });
      expect((await nowOf(simulator)) - before).toBeCloseTo(60, 1);
    });
  });

  test('late, and is running until then', async () => {
    const [, running, , later] = await answersBy(
      [{ fun: 'my.fun', delay: 1000, return: 'done' }],
      { client: 'local_async', tgt: 'web1', fun: 'my.fun', arg: ['a'] },
      { tgt: 'web1', fun: 'saltutil.running' },
      { tgt: 'web1', fun: 'test.sleep', arg: [1000] },
      { tgt: 'web1', fun: 'saltutil.running' },
    );
    expect(running).toEqual({ web1: [expect.objectContaining({ fun: 'my.fun', arg: ['a'] })] });
    expect(later).toEqual({ web1: [] });
  });

  test('by a clock of real time too', async () => {
    const fleet = fleetWith([{ fun: 'my.fun', delay: 0.05, return: 'done' }]);
    const call = { tgt: 'web1', fun: 'my.fun' };
    const given = await withFleet(fleet, (simulator) => runAsSaltdev(simulator, call), 'wall');
    expect(given).toEqual({ web1: 'done' });
  });

  test('by the built-in function, where the rule says no other answer', async () => {
    const given = await answersBy(
      [
        { fun: 'test.ping', minions: 'web1' },
        { fun: 'test.ping', return: 'scripted' },
      ],
      { fun: 'test.ping' },
    );
    expect(given).toEqual([{ web1: true, web2: 'scripted', db1: 'scripted' }]);
  });
});

/** A call of a function that answers its arguments where no rule does. */
function cleanArguments(...arg: unknown[]): Chunk {
  return { tgt: 'web1', fun: 'test.arg_clean', arg };
}

/** How the call of a function that a rule is for is kept among the jobs, by minion. */
async function keptReturn(rule: AnswerRule): Promise<unknown> {
  return withFleet(fleetWith([rule]), async (simulator) => {
    const call = { client: 'local_async', tgt: 'web1', fun: rule.fun, arg: ['x'] };
    const { jid } = (await runAsSaltdev(simulator, call)) as { jid: string };
    const job = await runAsSaltdev(simulator, { client: 'runner', fun: 'jobs.list_job', jid });
    return (job as { Result: unknown }).Result;
  });
}
