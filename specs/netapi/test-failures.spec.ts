import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { everyModule } from './every-module.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.test', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;
const FULL = { full_return: true } as const;

/** How a minion answers for a function that raised something it does not tell apart. */
const EXCEPTION = 'The minion function caused an exception: Traceback (most recent call last):\n';

everyModule(
  'test-functions.exception',
  {
    level: 'must',
    text: 'A function that raises is answered with 200 and the traceback, from the first line to the last.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const [arg, last] of [
      [[], 'Exception: Test Exception\n'],
      [['boom'], 'Exception: boom\n'],
    ] as const) {
      const said = String(await runOnMinion(target, 'test.exception', arg));
      expect(said.slice(0, EXCEPTION.length)).toBe(EXCEPTION);
      expect(said.slice(-last.length - 1)).toBe(`\n${last}`);
    }
  },
);

everyModule(
  'test-functions.exception-full',
  {
    level: 'should',
    text: 'Every failure of a function names the outputter nested and has retcode 1.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    for (const [fun, arg] of [
      ['test.exception', []],
      ['test.ping', ['x']],
      ['test.ping', ['a=b']],
      ['no_such_module.nope', []],
    ] as const) {
      const entry = await runOnMinion(target, fun, arg, FULL);
      expect(keysOf(entry), fun).toEqual(['ret', 'out', 'retcode', 'jid']);
      expect(entry).toMatchObject({ out: 'nested', retcode: 1 });
    }
  },
);

everyModule(
  'test-functions.exceptions-told-apart',
  {
    level: 'should',
    text: "Salt's own exceptions for wrong use, a failed command and a command that is not there have texts of their own.",
    source,
    needs,
  },
  async ({ target }) => {
    const raise = async (name: string, ...args: unknown[]): Promise<unknown> =>
      runOnMinion(target, 'test.raise_exception', [name, ...args]);
    expect(await raise('salt.exceptions.SaltInvocationError', 'm')).toBe(
      "ERROR executing 'test.raise_exception': m",
    );
    expect(await raise('salt.exceptions.CommandExecutionError', 'm')).toBe('ERROR: m');
    expect(await raise('salt.exceptions.CommandNotFoundError', 'm')).toBe(
      "Command required for 'test.raise_exception' not found: m",
    );
    expect(await raise('TypeError', 'm')).toMatch(
      /^Passed invalid arguments to test\.raise_exception: m\n/,
    );
    expect(await raise('ValueError', 'a', 'b')).toMatch(/\nValueError: \('a', 'b'\)\n$/);
    expect(await raise('KeyError', 'k')).toMatch(/\nKeyError: 'k'\n$/);
    expect(await raise('certainly_no_exception')).toBe(false);
  },
);

everyModule(
  'test-functions.not-available',
  {
    level: 'should',
    text: 'A function that no minion has is answered with 200 and a text that names it.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.patience },
  },
  async ({ target }) => {
    for (const fun of ['no_such_module.nope', 'no_such_module', 'test.no_such_function'])
      expect(await runOnMinion(target, fun)).toBe(`'${fun}' is not available.`);
  },
);

everyModule(
  'test-functions.beginning-of-a-name',
  {
    level: 'should',
    text: 'A name that real functions begin with is answered with their documentation, and last the text that it is not available.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.patience },
  },
  async ({ target }) => {
    const answer = await runOnMinion(target, 'test.pin');
    expect(answer).toEqual({
      'test.ping': expect.stringMatching(/^\n {4}\S[^]*\n {4}$/) as unknown,
      'test.pin': "'test.pin' is not available.",
    });
    expect(keysOf(answer).at(-1)).toBe('test.pin');
  },
);
