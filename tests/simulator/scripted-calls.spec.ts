import { expect, test } from '@playwright/test';
import type { AnswerRule } from '../../simulator/index.ts';
import { answersBy, fleetWith, SILENT, withFleet } from './answers-by.ts';
import { runAsSaltdev, type Chunk } from './run-as-saltdev.ts';

const PING: Chunk = { tgt: 'web1', fun: 'test.ping' };
const MY_FUN: Chunk = { tgt: 'web1', fun: 'my.fun' };
const MY_RULE: AnswerRule = { fun: 'my.fun', return: 'b' };

test.describe('how often', () => {
  test('for ever, unless the rule says otherwise', async () => {
    const given = await answersBy([{ fun: 'test.ping', return: 0 }], PING, PING, PING);
    expect(given).toEqual([{ web1: 0 }, { web1: 0 }, { web1: 0 }]);
  });

  test('so many times, then as the next rule says, in the end as the function does', async () => {
    const given = await answersBy(
      [
        { fun: 'test.ping', times: 1, return: 'first' },
        { fun: 'test.*', times: 2, return: 'next' },
      ],
      PING,
      PING,
      PING,
      PING,
    );
    expect(given).toEqual([{ web1: 'first' }, { web1: 'next' }, { web1: 'next' }, { web1: true }]);
  });

  test('each minion by itself', async () => {
    const all = { fun: 'test.ping' };
    const given = await answersBy([{ fun: 'test.ping', times: 1, return: 0 }], PING, all, all);
    expect(given).toEqual([
      { web1: 0 },
      { web1: true, web2: 0, db1: 0 },
      { web1: true, web2: true, db1: true },
    ]);
  });

  const sequence: AnswerRule['sequence'] = [{ return: 'a' }, { exception: 'b' }, { return: 'c' }];

  test('in sequence, of which the last stays', async () => {
    const given = await answersBy(
      [{ fun: 'my.fun', sequence }],
      ...Array.from({ length: 5 }, () => MY_FUN),
    );
    expect(given).toEqual(['a', 'ERROR: b', 'c', 'c', 'c'].map((web1) => ({ web1 })));
  });

  test('in sequence so many times, then as the function does', async () => {
    const given = await answersBy(
      [{ fun: 'my.fun', sequence, times: 2 }],
      ...Array.from({ length: 7 }, () => MY_FUN),
    );
    const texts = ['a', 'ERROR: b', 'c', 'a', 'ERROR: b', 'c', "'my.fun' is not available."];
    expect(given).toEqual(texts.map((web1) => ({ web1 })));
  });
});

test.describe('functions the simulator does not have', () => {
  const rule = { fun: 'mymod.thing', minions: 'web*', return: 'mine' };

  test('are there on the minions of the rule', async () => {
    const [given] = await answersBy([rule], { fun: 'mymod.thing' });
    expect(given).toEqual({
      web1: 'mine',
      web2: 'mine',
      db1: "'mymod.thing' is not available.",
    });
  });

  test('are listed there in their place, once', async () => {
    const [functions, modules, named] = (await answersBy(
      [
        rule,
        { ...rule, arg: ['a'] },
        { fun: 'other.*', return: 1 },
        { fun: 'test.ping', return: 1 },
      ],
      { fun: 'sys.list_functions' },
      { fun: 'sys.list_modules' },
      { fun: 'sys.list_functions', arg: ['mymod'] },
    )) as Record<string, string[]>[];
    const { web1 = [], db1 = [] } = functions ?? {};
    expect(web1).toEqual([...db1, 'mymod.thing'].toSorted());
    expect(modules?.['web2']).toEqual([...(modules?.['db1'] ?? []), 'mymod'].toSorted());
    expect(named).toEqual({ web1: ['mymod.thing'], web2: ['mymod.thing'], db1: [] });
  });

  test('make their minions the ones of a subset', async () => {
    const chunk = { client: 'local_subset', fun: 'mymod.thing', sub: 3 };
    const [given] = await answersBy([rule], chunk);
    expect(given).toEqual({ web1: 'mine', web2: 'mine' });
  });
});

test.describe('a compound call', () => {
  const call = { tgt: 'web1', full_return: true, fun: ['test.ping', 'my.fun'], arg: [[], ['a']] };

  test('takes each answer into its return', async () => {
    const [given] = await answersBy([{ fun: 'my.fun', arg: ['a'], return: 'b', retcode: 4 }], call);
    expect(given).toMatchObject({
      web1: { ret: { 'test.ping': true, 'my.fun': 'b' }, retcode: { 'test.ping': 0, 'my.fun': 4 } },
    });
  });

  test('goes on after an exception', async () => {
    const [given] = await answersBy([{ fun: 'test.ping', exception: 'no' }, MY_RULE], call);
    const traceback =
      'Traceback (most recent call last):\nsalt.exceptions.CommandExecutionError: no\n';
    expect(given).toMatchObject({ web1: { ret: { 'test.ping': traceback, 'my.fun': 'b' } } });
  });

  test('never returns where one of its functions does not', async () => {
    const [given] = await answersBy([{ fun: 'test.ping', no_return: true }, MY_RULE], {
      ...call,
      full_return: false,
    });
    expect(given).toEqual({ web1: SILENT });
  });
});

test('a glob leaves alone what the master asks minions of its own accord', async () => {
  const [given] = await answersBy(
    [
      { fun: 'test.ping', no_return: true },
      { fun: '*', return: { busy: true } },
    ],
    PING,
  );
  expect(given).toEqual({ web1: SILENT });
});

test('two simulators count apart', async () => {
  const fleet = fleetWith([{ fun: 'test.ping', times: 1, return: 0 }]);
  const given = await withFleet(fleet, (one) =>
    withFleet(fleet, async (other) => [
      await runAsSaltdev(one, PING),
      await runAsSaltdev(other, PING),
      await runAsSaltdev(one, PING),
    ]),
  );
  expect(given).toEqual([{ web1: 0 }, { web1: 0 }, { web1: true }]);
});

test('what the master asks on behalf of a client is a call like any other', async () => {
  const silent: AnswerRule = { fun: 'test.ping', minions: 'web1', no_return: true };
  const [down, batch] = await answersBy(
    [silent],
    { client: 'runner', fun: 'manage.down' },
    { client: 'local_batch', tgt: 'web*', batch: 1, fun: 'test.true' },
  );
  expect(down).toEqual(['web1']);
  expect(batch).toEqual({ web2: true });
});

test('the same rules and the same calls give the same bytes', async () => {
  const rules: AnswerRule[] = [
    { fun: 'my.fun', minions: 'web*', sequence: [{ delay: 3, return: 'a' }, { exception: 'b' }] },
    { fun: 'my.fun', delay: 1, return: 'c' },
  ];
  const call = { fun: 'my.fun', full_return: true };
  const play = async (): Promise<string> => JSON.stringify(await answersBy(rules, call, call));
  const first = await play();
  expect(first).toContain('ERROR: b');
  expect(await play()).toBe(first);
});
