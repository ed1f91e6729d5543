import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { fullReturn, highData, resultOf, runStates } from './run-states.ts';

const source = { documented: 'salt.modules.state', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-single-failures.unknown-function',
  {
    level: 'should',
    text: 'A state function that there is not is answered with a list of one sentence, and retcode 1.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await fullReturn(target, 'state.single', ['test.nonesuch', 'x'])).toMatchObject({
      ret: ["Specified state 'test.nonesuch' was not found"],
      retcode: 1,
    });
  },
);

requirement(
  'cherrypy.state-single-failures.no-module',
  {
    level: 'should',
    text: 'A state function without its module is answered with a sentence, and retcode 1.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const full = await fullReturn(target, 'state.single', ['nop', 'x']);
    expect(full).toMatchObject({ ret: 'Invalid function passed', retcode: 1 });
  },
);

requirement(
  'cherrypy.state-single-failures.missing-name',
  {
    level: 'should',
    text: 'state.single without a name is answered with Python’s complaint about it.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const complaint = "single() missing 1 required positional argument: 'name'";
    expect(await runOnMinion(target, 'state.single', ['test.nop'])).toContain(
      `Passed invalid arguments to state.single: ${complaint}`,
    );
  },
);

requirement(
  'cherrypy.state-single-failures.name-no-text',
  {
    level: 'should',
    text: 'A name that is no text is answered with a sentence that names its type, and retcode 1.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await fullReturn(target, 'state.single', ['test.nop', 5])).toMatchObject({
      ret: ["ID '5' is not formed as a string, but is a int"],
      retcode: 1,
    });
  },
);

requirement(
  'cherrypy.state-single-failures.invalid-arguments',
  {
    level: 'should',
    text: 'Arguments that the state function does not take are named, and nothing is run.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const fun = 'configurable_test_state';
    for (const [args, complaint] of [
      [[{ a: 1 }], `'a' is an invalid keyword argument for 'test.${fun}'`],
      [[{ a: 1 }, { b: 2 }], `'a' and 'b' are invalid keyword arguments for 'test.${fun}'`],
    ] as const) {
      const data = highData({ x: [fun, ...args], y: ['nop'] });
      const full = await fullReturn(target, 'state.high', [data]);
      expect(full).toMatchObject({ ret: `ERROR executing 'state.high': ${complaint}`, retcode: 1 });
    }
  },
);

requirement(
  'cherrypy.state-single-failures.exception',
  {
    level: 'should',
    text: 'What a state function raises is told in its comment with the traceback, and the state has failed.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const arg = ['test.show_notification', 'x'];
    const { states, retcode } = await runStates(target, 'state.single', arg);
    const { comment, result } = resultOf(states, 'x');
    expect(comment).toMatch(
      /^An exception occurred in this state: Traceback \(most recent call last\):\n/,
    );
    expect(comment).toMatch(
      /\nsalt\.exceptions\.SaltInvocationError: Missing required argument text\.\n$/,
    );
    expect({ result, retcode }).toEqual({ result: false, retcode: 2 });
  },
);

requirement(
  'cherrypy.state-single-failures.pillar-no-dict',
  {
    level: 'should',
    text: 'A pillar that is no dict is refused with a sentence.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const arg = ['test.nop', 'x'];
    expect(
      await runOnMinion(target, 'state.single', arg, { kwarg: { pillar: 'x', concurrent: true } }),
    ).toBe(
      "ERROR executing 'state.single': Pillar data must be formatted as a dictionary, unless pillar_enc is specified.",
    );
  },
);

requirement(
  'cherrypy.state-single-failures.conflict',
  {
    level: 'must',
    text: 'While states run on a minion it refuses to run others, with a sentence about each that names function, process, time and jid, and retcode 1.',
    source,
    needs,
  },
  async ({ target }) => {
    const onMinion = { tgt: target.minion, client: 'local' };
    const reply = await target.lowstate([
      {
        ...onMinion,
        client: 'local_async',
        fun: 'state.single',
        arg: ['test.fail_without_changes', 'x'],
        kwarg: { retry: { attempts: 2, interval: 5 }, concurrent: true },
      },
      { ...onMinion, fun: 'test.sleep', arg: [2] },
      { ...onMinion, fun: 'state.running' },
      { ...onMinion, fun: 'state.single', arg: ['test.nop', 'x'], full_return: true },
    ]);
    const answer = target.shape(reply, 'return-list').return;
    const jid = String(field(answer, 0, 'jid'));
    const started = String.raw`was started at \d{4}, [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2}\.\d{6}`;
    const sentence = expect.stringMatching(
      new RegExp(
        `^The function "state.single" is running as PID \\d+ and ${started} with jid ${jid}$`,
      ),
    ) as unknown;
    const listed = expect.arrayContaining([sentence]) as unknown;
    expect(field(answer, 2, target.minion)).toEqual(listed);
    expect(field(answer, 3, target.minion)).toMatchObject({
      ret: listed,
      out: 'highstate',
      retcode: 1,
    });
  },
);
