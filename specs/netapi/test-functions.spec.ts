import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { NOT_OF_TORNADO, NOT_OF_WSGI } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.test', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;
const FULL = { full_return: true } as const;

everyModule(
  'test-functions.version',
  {
    level: 'must',
    text: 'test.version answers the version of the minion as text.',
    source,
    needs,
    except: { wsgi: NOT_OF_WSGI.manual },
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'test.version')).toMatch(/^\d{4}(\.\d+)+/);
  },
);

everyModule(
  'test-functions.true-and-false',
  {
    level: 'must',
    text: 'test.true and test.false answer their names; false is a success, with retcode 0.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'test.true')).toBe(true);
    expect(await runOnMinion(target, 'test.false')).toBe(false);
    expect(await runOnMinion(target, 'test.false', [], FULL)).toMatchObject({
      ret: false,
      retcode: 0,
    });
  },
);

everyModule(
  'test-functions.echo',
  {
    level: 'must',
    text: 'test.echo and test.outputter answer what they are given.',
    source,
    needs,
    except: { wsgi: NOT_OF_WSGI.length },
  },
  async ({ target }) => {
    const value = { list: [1, 'x', null], text: 'Grüße' };
    expect(await runOnMinion(target, 'test.echo', [value])).toEqual(value);
    expect(await runOnMinion(target, 'test.outputter', [value])).toEqual(value);
  },
);

everyModule(
  'test-functions.fib',
  {
    level: 'should',
    text: 'test.fib answers a pair of the Fibonacci number and the seconds it took.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const [num, value] of [
      [0, 0],
      [1, 1],
      ['7', 13],
      [7.9, 13],
      [90, 2880067194370816120n],
    ]) {
      const pair = await runOnMinion(target, 'test.fib', [num]);
      expect(pair).toEqual([Number(value), expect.any(Number) as unknown]);
    }
  },
);

everyModule(
  'test-functions.collatz',
  {
    level: 'should',
    text: 'test.collatz answers the steps above one, which are floats after the first half, and the seconds it took.',
    source,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.collatz', arg: [3] };
    const reply = await target.lowstate(chunk);
    const start = `{"return": [{"${target.minion}": [[3, 10, 5.0, 16.0, 8.0, 4.0, 2.0], `;
    expect(reply.body.slice(0, start.length)).toBe(start);
  },
);

everyModule(
  'test-functions.reprs',
  {
    level: 'should',
    text: 'test.arg_repr and test.arg_type answer the arguments and their types as Python prints them.',
    source,
    needs,
  },
  async ({ target }) => {
    const arg = [1, 1.5, "it's", null, true, [1], { a: 'b' }];
    expect(await runOnMinion(target, 'test.arg_repr', arg)).toMatchObject({
      args: `(1, 1.5, "it's", None, True, [1], {'a': 'b'})`,
    });
    expect(await runOnMinion(target, 'test.arg_repr', [1])).toMatchObject({ args: '(1,)' });
    const types = ['int', 'float', 'str', 'NoneType', 'bool', 'list', 'dict'];
    expect(await runOnMinion(target, 'test.arg_type', arg)).toMatchObject({
      args: types.map((type) => `<class '${type}'>`),
    });
  },
);

everyModule(
  'test-functions.retcode',
  {
    level: 'must',
    text: 'A function may set a retcode although it returns; test.retcode sets 42 unless told another.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'test.retcode', [], FULL)).toMatchObject({
      ret: true,
      retcode: 42,
    });
    expect(await runOnMinion(target, 'test.retcode', ['code=3'], FULL)).toMatchObject({
      ret: true,
      retcode: 3,
    });
  },
);

everyModule(
  'test-functions.result-false',
  {
    level: 'should',
    text: 'A returned dict whose result or success is false, or empty, has retcode 1.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    for (const [value, retcode] of [
      [{ result: false }, 1],
      [{ success: 0 }, 1],
      [{ result: [] }, 1],
      [{ result: null }, 1],
      [{ result: true }, 0],
      [{}, 0],
    ])
      expect(await runOnMinion(target, 'test.echo', [value], FULL)).toMatchObject({
        ret: value,
        retcode,
      });
  },
);
