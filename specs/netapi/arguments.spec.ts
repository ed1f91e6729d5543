import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { runOnMinion } from './run-on-minion.ts';

const documented = 'Salt execution modules, test; LocalClient.cmd';
const source = { documented, observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** What test.arg_clean says it was called with. */
function argsAndKwargs(target: Target, arg: readonly unknown[], more = {}): Promise<unknown> {
  return runOnMinion(target, 'test.arg_clean', arg, more);
}

everyModule(
  'arguments.scalar',
  {
    level: 'should',
    text: 'arg may be a single value instead of a list.',
    source: observed,
    needs,
    except: {
      tornado: 'It makes a list of arg only where the chunk stands in no list.',
      wsgi: 'It takes arg as it comes, and what is no list is no list.',
    },
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.echo', arg: 'alone' };
    const reply = await target.lowstate(chunk);
    expect(reply.body).toBe(`{"return": [{"${target.minion}": "alone"}]}`);
  },
);

everyModule(
  'arguments.kwarg',
  {
    level: 'must',
    text: 'kwarg gives keyword arguments, whose values keep their types and are not parsed.',
    source,
    needs,
  },
  async ({ target }) => {
    const kwarg = { number: 1, text: 'a=1', list: [1, 'x'], nothing: null };
    expect(await argsAndKwargs(target, ['first'], { kwarg })).toEqual({
      args: ['first'],
      kwargs: kwarg,
    });
  },
);

everyModule(
  'arguments.kwarg-not-a-dict',
  {
    level: 'should',
    text: 'A kwarg that is no dict is ignored.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const kwarg of [null, [1], 'a=1', 5, {}])
      expect(await argsAndKwargs(target, [1], { kwarg })).toEqual({ args: [1], kwargs: {} });
  },
);

everyModule(
  'arguments.name-value',
  {
    level: 'must',
    text: 'A positional text of the form name=value is a keyword argument whose value is read as YAML.',
    source,
    needs,
  },
  async ({ target }) => {
    const arg = ['number=3', 'flag=true', 'list=[1, x]', 'nothing=None', 'empty=', 'two=a=b'];
    expect(await argsAndKwargs(target, arg)).toEqual({
      args: [],
      kwargs: { number: 3, flag: true, list: [1, 'x'], nothing: null, empty: '', two: 'a=b' },
    });
  },
);

everyModule(
  'arguments.no-name-value',
  {
    level: 'should',
    text: 'Texts that only resemble name=value, and texts that spell numbers, stay positional and stay texts.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const arg = ['a==b', '=b', '1a=b', 'a =b', 'a=b\nc', '3', 'true', '[1]'];
    expect(await argsAndKwargs(target, arg)).toEqual({ args: arg, kwargs: {} });
  },
);

everyModule(
  'arguments.marked-dict',
  {
    level: 'must',
    text: 'A dict in arg that is marked with __kwarg__: true is keyword arguments, as clients of old send them.',
    source: { ...observed, client: ['pepper'] },
    needs,
  },
  async ({ target }) => {
    const arg = [{ __kwarg__: true, a: 1 }, 'x', { b: 2 }];
    expect(await argsAndKwargs(target, arg)).toEqual({
      args: ['x', { b: 2 }],
      kwargs: { a: 1 },
    });
  },
);

everyModule(
  'arguments.falsely-marked-dict',
  {
    level: 'may',
    text: 'A dict whose __kwarg__ is not true stays an argument, and loses that key.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const mark of [false, 'x'])
      expect(await argsAndKwargs(target, [{ __kwarg__: mark, a: 1 }])).toEqual({
        args: [{ a: 1 }],
        kwargs: {},
      });
  },
);

everyModule(
  'arguments.loose-keys',
  {
    level: 'should',
    text: 'Keys of a local chunk that Salt does not know are ignored; they are no arguments.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const loose = { foo: 'bar', text: 'x', expr_form: 'list' };
    expect(await argsAndKwargs(target, [1], loose)).toEqual({ args: [1], kwargs: {} });
  },
);

everyModule(
  'arguments.too-many',
  {
    level: 'should',
    text: "Arguments that a function does not take are answered with 200 and Python's complaint before the function's documentation.",
    source: observed,
    needs,
  },
  async ({ target }) => {
    const said = await runOnMinion(target, 'test.ping', ['x']);
    expect(said).toMatch(
      /^Passed invalid arguments to test\.ping: ping\(\) takes 0 positional arguments but 1 was given\n\n {4}/,
    );
    const more = await runOnMinion(target, 'test.echo', ['x', 'y']);
    expect(more).toMatch(
      /^Passed invalid arguments to test\.echo: echo\(\) takes 1 positional argument but 2 were given\n\n {4}/,
    );
  },
);

everyModule(
  'arguments.too-few',
  {
    level: 'should',
    text: 'An argument that is missing is answered with 200 and its name.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'test.echo')).toMatch(
      /^Passed invalid arguments to test\.echo: echo\(\) missing 1 required positional argument: 'text'\n\n {4}/,
    );
  },
);

everyModule(
  'arguments.twice',
  {
    level: 'should',
    text: 'An argument that is given by position and by name is answered with 200 and the complaint about it.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const said = await runOnMinion(target, 'test.echo', ['x', 'text=y']);
    expect(said).toMatch(
      /^Passed invalid arguments to test\.echo: .*got multiple values for argument 'text'\n\n {4}/,
    );
  },
);

everyModule(
  'arguments.unknown-keyword',
  {
    level: 'should',
    text: 'Keyword arguments that a function does not take are answered with 200 and all of them.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const kwarg = { foo: 'bar', list: [1, 'x'], nothing: null };
    expect(await runOnMinion(target, 'test.ping', [], { kwarg })).toBe(
      "ERROR executing 'test.ping': The following keyword arguments are not valid: foo=bar, list=[1, 'x'], nothing=None",
    );
  },
);
