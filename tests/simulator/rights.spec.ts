import { expect, test } from '@playwright/test';
import { authList } from '../../simulator/master/eauth/auth-list.ts';
import { allowsLocalCall } from '../../simulator/master/eauth/local-permission.ts';
import { allowsMasterCall } from '../../simulator/master/eauth/master-permission.ts';
import { loginPerms } from '../../simulator/master/eauth/perms.ts';
import { startSimulator } from '../../simulator/index.ts';
import { runChunk } from './run-as-saltdev.ts';
import type { PyDict, PyScalar, PyValue } from '../../simulator/python/value.ts';

/*
 * Rules that are odd or broken, and what Salt's own checks make of them on every line unless it says
 * otherwise: each was found by `npm run differential -- LINE --of rights`.
 */

const map = (...entries: [PyScalar, PyValue][]): PyDict => new Map(entries);

const minionsOf = (target: string): string[] => [target];

/** A call of one function on web1, under rules whose targets name just what they say. */
function mayCall(
  rules: PyValue[],
  fun: PyValue = 'test.ping',
  arg: PyValue[] = [],
  { minions = ['web1'], areLookedAt = true } = {},
): boolean {
  return allowsLocalCall(rules, { fun, arg, minions }, { minionsOf, areLookedAt });
}

const mayRun = (rules: PyValue[], kwarg: PyValue = map()): boolean =>
  allowsMasterCall(rules, 'runner', 'test.arg', kwarg);

const withRule = (rule: PyValue, arg: PyValue[]): boolean =>
  mayCall([map(['*', [map(['test.ping', rule])]])], 'test.ping', arg);

const rulesOf = (provider: PyDict | null, name: PyValue = 'ann'): PyValue[] =>
  authList(provider, name, ['ops'], false);

const permsOf = (provider: PyDict, groups: string[] = ['ops']): PyValue =>
  loginPerms(provider, { name: 'ann', groups });

const FAILS = 'Some exception handling minion payload';

test.describe('a rule for execution functions', () => {
  test('that is a broken expression allows nothing', () => {
    for (const broken of ['[', ')(', 'a**', '(?<=a*)t', 't{2,1}'])
      expect(mayCall([broken]), broken).toBe(false);
  });

  test('that is no text and no dict of one target is passed over', () => {
    for (const odd of [5, null, [], map(), map(['*', ['.*']], ['web1', ['.*']])])
      expect(mayCall([odd, 'test.ping'])).toBe(true);
  });

  test('with a condition that is no text allows nothing', () => {
    for (const odd of [5, null, true, map(), [['.*']], map([5, map()])])
      expect(mayCall([map(['*', [odd]])])).toBe(false);
  });

  test('without a list of conditions has one', () => {
    expect(mayCall([map(['*', 'test.*'])])).toBe(true);
    expect(mayCall([map(['*', map(['test.ping', map()])])])).toBe(true);
  });

  test('for a target that is no text is an error on 3008, and names no minion before', () => {
    const rule = map([null, ['.*']]);
    expect(() => mayCall([rule])).toThrow(FAILS);
    expect(mayCall([rule], 'test.ping', [], { areLookedAt: false })).toBe(false);
    const none = { minions: [], areLookedAt: false };
    expect(mayCall([rule], 'test.ping', [], none)).toBe(true);
    expect(mayCall([map(['@runner', ['.*']])], 'test.ping', [], none)).toBe(true);
    expect(mayCall([map(['@runner', ['.*']])], 'test.ping', [], { minions: [] })).toBe(false);
  });

  test('passes over what is no name in a list of a list', () => {
    expect(mayCall(['test.*'], [['test.ping', 5]], [[]])).toBe(true);
    expect(mayCall(['test.*'], [[5]], [[]])).toBe(false);
  });
});

test.describe('conditions on arguments', () => {
  test('whose args cannot be gone through refuse, and a text gives its letters', () => {
    expect(withRule(map(['args', 5]), ['x'])).toBe(false);
    expect(withRule(map(['args', null]), ['x'])).toBe(false);
    expect(withRule(map(['args', 'ab']), ['a', 'b'])).toBe(true);
    expect(withRule(map(['args', 'ab']), ['a', 'x'])).toBe(false);
  });

  test('whose kwargs are no dict are an error', () => {
    expect(() => withRule(map(['kwargs', ['a']]), ['x'])).toThrow(FAILS);
    expect(() => withRule(map(['kwargs', null]), ['x'])).toThrow(FAILS);
  });

  test('are held against the letters of a text, where a function in a list has one for arguments', () => {
    const rule = map(['*', [map(['test.ping', map(['args', ['a']])])]]);
    expect(mayCall([rule], ['test.ping'], ['abc'])).toBe(true);
    expect(mayCall([rule], ['test.ping'], [5])).toBe(false);
    expect(() => mayCall([rule], ['test.ping'], [map(['a', 1])])).toThrow(FAILS);
    expect(() => mayCall([rule], ['test.ping'], [])).toThrow(FAILS);
  });
});

test.describe('a rule for runners and wheels', () => {
  test('without a first letter is an error', () => {
    for (const odd of ['', map(['', []]), map([5, []])]) {
      expect(() => mayRun([odd])).toThrow(FAILS);
      expect(() => mayRun([odd, '@runner'])).toThrow(FAILS);
      expect(mayRun(['@runner', odd])).toBe(true);
    }
  });

  test('with conditions is an error where the call brings no dict of arguments', () => {
    expect(() => mayRun([map(['@runner', ['.*']])], null)).toThrow(FAILS);
    expect(mayRun(['@runner'], null)).toBe(true);
  });
});

test.describe('the rules of a user', () => {
  test('are the keys of a dict and the letters of a text', () => {
    expect(rulesOf(map(['ann', map(['a', 1], ['b', 2])]))).toEqual(['a', 'b']);
    expect(rulesOf(map(['ann', '.*']))).toEqual(['.', '*']);
    expect(rulesOf(map(['*', '@a']))).toEqual(['@', 'a']);
  });

  test('are an error where they are neither, where a key is no text, and where the back end is empty', () => {
    expect(() => rulesOf(map(['ann', null]))).toThrow(FAILS);
    expect(() => rulesOf(map(['*', 5]))).toThrow(FAILS);
    expect(() => rulesOf(map(['ann', ['.*']], [5, []]))).toThrow(FAILS);
    expect(() => rulesOf(null)).toThrow(FAILS);
    expect(rulesOf(map(['bob', null]))).toEqual([]);
  });

  test('count as none for a name that is no text, but those of everybody do', () => {
    expect(rulesOf(map(['5', ['a']], ['*', ['b']]), 5)).toEqual(['b']);
  });
});

test.describe('the perms of a log-in', () => {
  test('are empty for a group spelled with two %, and for a key that is no text where there are groups', () => {
    expect(permsOf(map(['ann', ['a']], ['ops%%', ['b']]))).toEqual(map());
    expect(permsOf(map(['ann', ['a']], [null, ['b']]))).toEqual(map());
    expect(permsOf(map(['ann', ['a']], [null, ['b']]), [])).toEqual(['a']);
  });

  test('name nothing twice that Python takes for the same', () => {
    expect(permsOf(map(['ann', [map([false, null])]], ['*', [map([0, null]), 1, true]]))).toEqual([
      1,
      map([false, null]),
    ]);
  });
});

test.describe('a wheel call', () => {
  const external_auth = { pam: { saltdev: [{ '@key': [{ list_all: { args: ['x'] } }] }] } };
  const config = { external_auth, netapi_enable_clients: ['wheel'] };
  const fleet = { minions: {}, users: { saltdev: { password: 'saltdev' } } };
  const answer = async (chunk: object): Promise<unknown> => {
    const simulator = await startSimulator({ config, fleet });
    try {
      const call = { client: 'wheel', fun: 'key.list_all', ...chunk };
      const { status, body } = await runChunk(simulator, call);
      return status === 200 ? (body as { return: [unknown] }).return[0] : status;
    } finally {
      await simulator.close();
    }
  };

  test('is held against conditions on arguments by what its kwarg holds', async () => {
    expect(await answer({ kwarg: { arg: ['x'] } })).toMatchObject({ data: { user: 'saltdev' } });
    expect(await answer({ kwarg: { arg: ['y'] } })).toBe(401);
    expect(await answer({})).toBe(401);
  });

  test('that the master chokes on is answered with its words for that', async () => {
    for (const odd of [null, [1], 'x']) expect(await answer({ kwarg: odd })).toBe(FAILS);
    expect(await answer({ fun: 5 })).toBe(FAILS);
    expect(await answer({ fun: 5, password: 'wrong' })).toBe(401);
  });
});
