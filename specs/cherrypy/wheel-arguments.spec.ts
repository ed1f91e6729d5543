import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { wheelData } from './wheel-data.ts';

const source = { observed: EVERY_LINE };
const needs = ['wheel'] as const;

/** What key.name_match returns that is called with this. */
async function nameMatch(
  target: Target,
  given: Readonly<Record<string, unknown>>,
): Promise<{ value: unknown; success: unknown }> {
  const data = await wheelData(target, { fun: 'key.name_match', ...given });
  return { value: data.return, success: data.success };
}

/** What is returned for arguments that do not fit, which counts as a success. */
function unfit(complaint: string): Record<string, unknown> {
  const beginning = `\nPassed invalid arguments: ${complaint}\n\nUsage:\n`;
  return { value: expect.stringContaining(beginning), success: true };
}

requirement(
  'cherrypy.wheel.kwarg-alone',
  {
    level: 'should',
    text: 'kwarg without arg is not read by wheel: the call fails where it needs an argument, and keys of the chunk count in the place of those in kwarg.',
    source,
    needs,
  },
  async ({ target }) => {
    const [name, other] = [target.unique('nobody'), target.unique('nobody')];
    const alone = await nameMatch(target, { kwarg: { match: name } });
    expect(alone.success).toBe(false);
    expect(alone.value).toMatch(/^Exception occurred in wheel key\.name_match: /);
    const beside = await nameMatch(target, { match: name, kwarg: { match: [other] } });
    expect(beside).toEqual({ value: {}, success: true });
  },
);

requirement(
  'cherrypy.wheel.kwarg-with-empty-arg',
  {
    level: 'should',
    text: 'kwarg gives a wheel function its keyword arguments where an arg is there, were it an empty list.',
    source,
    needs,
  },
  async ({ target }) => {
    const given = { arg: [], kwarg: { match: target.unique('nobody') } };
    expect(await nameMatch(target, given)).toEqual({ value: {}, success: true });
  },
);

requirement(
  'cherrypy.wheel.arg-is-plain',
  {
    level: 'should',
    text: 'Texts in the arg of a wheel stay as they are: name=value among them is no keyword argument.',
    source,
    needs,
  },
  async ({ target }) => {
    const given = { arg: ['match=*'], kwarg: {} };
    expect(await nameMatch(target, given)).toEqual({ value: {}, success: true });
  },
);

requirement(
  'cherrypy.wheel.unfit-arguments',
  {
    level: 'should',
    text: 'Arguments in arg and kwarg that the wheel function does not take are told in Python’s words in what it returns, which counts as a success.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const [given, complaint] of [
      [
        { arg: ['x'], kwarg: { nonesuch: 1 } },
        "name_match() got an unexpected keyword argument 'nonesuch'",
      ],
      [
        { arg: ['x'], kwarg: { match: 'y' } },
        "name_match() got multiple values for argument 'match'",
      ],
      [{ arg: ['x', 'y'], kwarg: {} }, 'name_match() takes 1 positional argument but 2 were given'],
      [{ arg: [], kwarg: {} }, "name_match() missing 1 required positional argument: 'match'"],
    ] as const)
      expect(await nameMatch(target, given)).toEqual(unfit(complaint));
  },
);

requirement(
  'cherrypy.wheel.kwarg-no-dict',
  {
    level: 'may',
    text: 'A kwarg of a wheel that is no object is told in what it returns, under the name that the loader gives to the function.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const [kwarg, type] of [
      [null, 'NoneType'],
      [['x'], 'list'],
      ['x', 'str'],
      [5, 'int'],
    ] as const) {
      const what = `argument after ** must be a mapping, not ${type}`;
      expect(await nameMatch(target, { arg: ['x'], kwarg })).toEqual(
        unfit(`salt.loaded.int.wheel.key.name_match() ${what}`),
      );
    }
  },
);

requirement(
  'cherrypy.wheel.client-keys',
  {
    level: 'should',
    text: 'Keys of a wheel chunk that are the client’s own are no arguments: print_event changes nothing; timeout is none of them, and makes the call fail.',
    source,
    needs,
  },
  async ({ target }) => {
    const match = target.unique('nobody');
    expect(await nameMatch(target, { match, print_event: false })).toEqual({
      value: {},
      success: true,
    });
    expect((await nameMatch(target, { match, timeout: 5 })).success).toBe(false);
  },
);

requirement(
  'cherrypy.runner.client-keys',
  {
    level: 'should',
    text: 'Keys of a runner chunk that are the client’s own are no arguments: timeout, user, key and full_return; tgt and print_event are.',
    source,
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    const own = { timeout: 5, user: 'me', key: 'k', full_return: false };
    expect(await authed.runner('test.arg', { ...own, tgt: 'x', print_event: true })).toEqual({
      args: [],
      kwargs: { tgt: 'x', print_event: true },
    });
  },
);

requirement(
  'cherrypy.runner.last-keyword',
  {
    level: 'may',
    text: 'Of a keyword argument that is given several times to a runner the one in kwarg goes before that in arg, and the key of the chunk before both.',
    source,
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    const arg = ['b=1', 'c=1', { __kwarg__: true, c: 2 }];
    expect(await authed.runner('test.arg', { arg, kwarg: { b: 2, d: 2 }, b: 3 })).toEqual({
      args: [],
      kwargs: { b: 3, c: 2, d: 2 },
    });
  },
);

requirement(
  'cherrypy.runner.object-arg',
  {
    level: 'may',
    text: 'An arg of a runner that is an object, or null, is taken for a list of one.',
    source,
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    for (const arg of [{ a: 1 }, null])
      expect(await authed.runner('test.arg', { arg })).toEqual({ args: [arg], kwargs: {} });
  },
);
