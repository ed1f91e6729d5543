import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { fullReturn, resultOf, runHigh, runStates } from './run-states.ts';

const source = { documented: 'salt.modules.state', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** What the `test` states say has changed. */
const PRETENDED = { testing: { old: 'Unchanged', new: 'Something pretended to change' } };

requirement(
  'cherrypy.state-single.result',
  {
    level: 'must',
    text: 'state.single runs one state; its result is found by module, id, name and function, and its keys come in the order of Salt.',
    source,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('state');
    const { states, retcode } = await runStates(target, 'state.single', ['test.nop', name]);
    expect(Object.keys(states)).toEqual([`test_|-${name}_|-${name}_|-nop`]);
    const result = resultOf(states, name);
    expect(Object.keys(result)).toEqual([
      'name',
      'changes',
      'result',
      'comment',
      '__sls__',
      '__run_num__',
      'start_time',
      'duration',
      '__id__',
    ]);
    expect(result).toMatchObject({
      name,
      changes: {},
      result: true,
      comment: 'Success!',
      __sls__: null,
      __run_num__: 0,
      __id__: name,
    });
    expect(retcode).toBe(0);
  },
);

for (const [fun, result, changes] of [
  ['succeed_without_changes', true, {}],
  ['succeed_with_changes', true, PRETENDED],
  ['fail_without_changes', false, {}],
  ['fail_with_changes', false, PRETENDED],
] as const) {
  const what = fun.replaceAll('_', '-');
  requirement(
    `cherrypy.state-single.${what}`,
    {
      level: 'must',
      text: `test.${fun} comes to ${result}, ${changes === PRETENDED ? 'with' : 'without'} changes; a failed state has retcode 2.`,
      source: { ...source, documented: 'salt.states.test' },
      needs,
    },
    async ({ target }) => {
      const { states, retcode } = await runStates(target, 'state.single', [`test.${fun}`, 'x']);
      const comment = result ? 'Success!' : 'Failure!';
      expect(resultOf(states, 'x')).toMatchObject({ result, comment });
      expect(resultOf(states, 'x').changes).toEqual(changes);
      expect(retcode).toBe(result ? 0 : 2);
    },
  );
}

requirement(
  'cherrypy.state-single.test-mode',
  {
    level: 'must',
    text: 'With test=True a state that would change something comes to null and tells what it would change, which is a success.',
    source,
    needs,
  },
  async ({ target }) => {
    const { states, retcode } = await runStates(
      target,
      'state.single',
      ['test.succeed_with_changes', 'x'],
      { test: true },
    );
    expect(resultOf(states, 'x')).toMatchObject({
      result: null,
      changes: PRETENDED,
      comment: "If we weren't testing, this would be successful with changes",
    });
    expect(retcode).toBe(0);
  },
);

requirement(
  'cherrypy.state-single.test-mode-values',
  {
    level: 'may',
    text: 'Whatever test is but false, even a text, makes it a test run.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const [test, result] of [
      ['yes', null],
      [1, null],
      [false, true],
    ] as const) {
      const arg = ['test.succeed_with_changes', 'x'];
      const { states } = await runStates(target, 'state.single', arg, { test });
      expect(resultOf(states, 'x').result).toBe(result);
    }
  },
);

requirement(
  'cherrypy.state-single.outputter',
  {
    level: 'should',
    text: 'A minion names the outputter highstate for a state run, and for what is wrong with one.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const fun of ['test.nop', 'test.nonesuch'])
      expect(await fullReturn(target, 'state.single', [fun, 'x'])).toMatchObject({
        out: 'highstate',
      });
  },
);

requirement(
  'cherrypy.state-single.notification',
  {
    level: 'should',
    text: 'test.show_notification says its text, and the other test states the comment that they are given.',
    source: { ...source, documented: 'salt.states.test' },
    needs,
  },
  async ({ target }) => {
    const text = `Grüße ${target.unique('state')}`;
    for (const [fun, kwarg] of [
      ['test.show_notification', { text }],
      ['test.succeed_with_changes', { comment: text }],
    ] as const) {
      const { states } = await runStates(target, 'state.single', [fun, 'x'], kwarg);
      expect(resultOf(states, 'x').comment).toBe(text);
    }
  },
);

requirement(
  'cherrypy.state-single.warnings',
  {
    level: 'should',
    text: 'A state may warn: its warnings are a list that stands behind the comment.',
    source: { ...source, documented: 'salt.states.test' },
    needs,
  },
  async ({ target }) => {
    const said = [{ changes: false }, { comment: 'said' }, { warnings: 'beware' }];
    const { states } = await runHigh(target, { x: ['configurable_test_state', ...said] });
    const result = resultOf(states, 'x');
    expect(result).toMatchObject({ result: true, comment: 'said', warnings: ['beware'] });
    expect(Object.keys(result).slice(0, 6)).toEqual([
      'name',
      'changes',
      'result',
      'comment',
      'warnings',
      '__sls__',
    ]);
  },
);

requirement(
  'cherrypy.state-single.retry-told',
  {
    level: 'should',
    text: 'A test run tells how often a state with retry would be tried.',
    source,
    needs,
  },
  async ({ target }) => {
    const kwarg = { retry: { attempts: 3, interval: 7 }, test: true };
    const { states } = await runStates(target, 'state.single', ['test.nop', 'x'], kwarg);
    expect(resultOf(states, 'x').comment).toBe(
      'Success!  The state would be retried every 7 seconds (with a splay of up to 0 seconds) a maximum of 3 times or until a result of True is returned',
    );
  },
);

requirement(
  'cherrypy.state-single.retry',
  {
    level: 'should',
    text: 'A state with retry is tried again until its result is the one awaited; each attempt is told, and the duration spans all.',
    source,
    needs,
  },
  async ({ target }) => {
    const kwarg = { retry: { attempts: 2, interval: 1 } };
    const arg = ['test.fail_without_changes', 'x'];
    const { states, retcode } = await runStates(target, 'state.single', arg, kwarg);
    const { comment, duration, __run_num__ } = resultOf(states, 'x');
    expect(comment).toBe(
      'Attempt 1: Returned a result of "False", with the following comment: "Failure!"\nFailure!',
    );
    expect({ __run_num__, retcode }).toEqual({ __run_num__: 1, retcode: 2 });
    expect(duration).toBeGreaterThanOrEqual(1000);
  },
);

requirement(
  'cherrypy.state-single.looked-up',
  {
    level: 'must',
    text: 'jobs.lookup_jid wraps a state run as {outputter: highstate, data}, the minion’s return by its id in it.',
    source: { observed: EVERY_LINE, client: ['SaltGUI'] },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const full = await fullReturn(target, 'state.single', ['test.nop', 'x']);
    const jid = field(full, 'jid');
    expect(await target.authed.runner('jobs.lookup_jid', { jid })).toEqual({
      outputter: 'highstate',
      data: { [target.minion]: field(full, 'ret') },
    });
  },
);
