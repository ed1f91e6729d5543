import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import {
  CHANGED,
  FAILED,
  OK,
  on,
  orderOf,
  resultOf,
  runHigh,
  type StateArguments,
} from './run-states.ts';

const source = { documented: 'Salt: requisites', observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-requisites.require',
  {
    level: 'must',
    text: 'A state runs after those that it requires, wherever it stands.',
    source,
    needs,
  },
  async ({ target }) => {
    const { states, retcode } = await runHigh(target, {
      a: [OK, on('require', 'c')],
      b: [OK, on('require_in', 'a')],
      c: [OK],
    });
    const order = orderOf(states);
    expect(new Set(order)).toEqual(new Set(['a', 'b', 'c']));
    expect(order.at(-1)).toBe('a');
    expect(Object.values(states).map(({ __run_num__ }) => __run_num__)).toEqual([0, 1, 2]);
    expect(retcode).toBe(0);
  },
);

requirement(
  'cherrypy.state-requisites.require-failed',
  {
    level: 'must',
    text: 'A state that requires a failed one fails without being run, and says by file and id which one; so does one that requires it in turn.',
    source,
    needs,
  },
  async ({ target }) => {
    const { states, retcode } = await runHigh(target, {
      a: [FAILED],
      b: [CHANGED, on('require', 'a')],
      c: [OK, on('require', 'b')],
    });
    for (const [id, comment] of [
      ['b', 'One or more requisite failed: specs.a'],
      ['c', 'One or more requisite failed: specs.b'],
    ] as const)
      expect(resultOf(states, id)).toMatchObject({ result: false, changes: {}, comment });
    expect(retcode).toBe(2);
  },
);

requirement(
  'cherrypy.state-requisites.watch',
  {
    level: 'must',
    text: 'A state that watches one with changes answers them: what it came to itself is replaced, and its number is left out.',
    source,
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, {
      a: [CHANGED],
      b: [OK, on('watch', 'a')],
      c: [CHANGED, on('watch', 'a')],
    });
    expect(resultOf(states, 'b')).toMatchObject({
      result: true,
      comment: 'Watch statement fired.',
      changes: { 'Requisites with changes': ['test: a'] },
      __run_num__: 2,
    });
    expect(resultOf(states, 'c')).toMatchObject({ comment: 'Success!', __run_num__: 3 });
  },
);

/** Where a state runs, or does not, as others have come out: what it says then. */
const OUTCOMES: Readonly<
  Record<
    string,
    {
      readonly text: string;
      readonly states: Readonly<Record<string, StateArguments>>;
      readonly outcome: Readonly<Record<string, unknown>>;
    }
  >
> = {
  'watch-unchanged': {
    text: 'A state that watches one without changes runs as if it required it.',
    states: { a: [OK], b: [OK, on('watch', 'a')] },
    outcome: { result: true, changes: {}, comment: 'Success!' },
  },
  'watch-failed': {
    text: 'A state that watches a failed one fails without being run.',
    states: { a: [FAILED], b: [OK, on('watch', 'a')] },
    outcome: { result: false, comment: 'One or more requisite failed: specs.a' },
  },
  'watch-in': {
    text: 'watch_in is watch, said by the state that is watched.',
    states: { a: [CHANGED, on('watch_in', 'b')], b: [OK] },
    outcome: { comment: 'Watch statement fired.' },
  },
  'require-any': {
    text: 'A state runs where one of those in require_any has not failed.',
    states: { a: [FAILED], b: [OK, on('require_any', 'a', 'c')], c: [OK] },
    outcome: { result: true, comment: 'Success!' },
  },
  onchanges: {
    text: 'A state with onchanges runs where one of those that it names has changes.',
    states: { a: [OK], b: [CHANGED, on('onchanges', 'a', 'c')], c: [CHANGED] },
    outcome: { result: true, comment: 'Success!' },
  },
  'onchanges-none': {
    text: 'A state with onchanges is well, and is not run, where none of those that it names has changes.',
    states: { a: [OK], b: [CHANGED, on('onchanges', 'a')] },
    outcome: {
      result: true,
      changes: {},
      comment: 'State was not run because none of the onchanges reqs changed',
      __state_ran__: false,
    },
  },
  'onchanges-failed': {
    text: 'Changes of a failed state are none for onchanges.',
    states: { a: ['fail_with_changes'], b: [CHANGED, on('onchanges', 'a')] },
    outcome: { result: true, __state_ran__: false },
  },
  onfail: {
    text: 'A state with onfail runs where one of those that it names has failed.',
    states: { a: [FAILED], b: [CHANGED, on('onfail', 'a', 'c')], c: [OK] },
    outcome: { result: true, comment: 'Success!' },
  },
  'onfail-none': {
    text: 'A state with onfail is well, and is not run, where none of those that it names has failed.',
    states: { a: [OK], b: [CHANGED, on('onfail', 'a')] },
    outcome: {
      result: true,
      changes: {},
      comment: 'State was not run because onfail req did not change',
      __state_ran__: false,
    },
  },
  prereq: {
    text: 'A state with prereq runs where the one that it names would have changes, before it has them.',
    states: { a: [CHANGED], b: [OK, on('prereq', 'a')] },
    outcome: { result: true, comment: 'Success!', __run_num__: 0 },
  },
  'prereq-none': {
    text: 'A state with prereq is well, and is not run, where the one that it names would have no changes.',
    states: { a: [OK], b: [CHANGED, on('prereq', 'a')] },
    outcome: { result: true, changes: {}, comment: 'No changes detected' },
  },
  use: {
    text: 'A state takes over the arguments of the one that it uses.',
    states: { a: [OK, { comment: 'lent' }], b: [OK, on('use', 'a')] },
    outcome: { comment: 'lent' },
  },
  glob: {
    text: 'A requisite may name states by a glob.',
    states: { 'long-a': [FAILED], b: [OK, on('require', 'long-*')] },
    outcome: { result: false, comment: 'One or more requisite failed: specs.long-a' },
  },
  'by-id': {
    text: 'A requisite that is a mere text names an id, of whatever module.',
    states: { a: [FAILED], b: [OK, { require: ['a'] }] },
    outcome: { result: false },
  },
};

for (const [what, { text, states, outcome }] of Object.entries(OUTCOMES)) {
  requirement(
    `cherrypy.state-requisites.${what}`,
    { level: 'must', text, source, needs },
    async ({ target }) => {
      const ran = await runHigh(target, states);
      expect(resultOf(ran.states, 'b')).toMatchObject(outcome);
    },
  );
}

requirement(
  'cherrypy.state-requisites.listen',
  {
    level: 'should',
    text: 'A state that listens to one with changes answers them once all states have run, as a state of its own.',
    source,
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, {
      a: [OK, on('listen', 'b')],
      b: [CHANGED],
      c: [OK],
    });
    expect(Object.keys(states).at(-1)).toBe('test_|-listener_a_|-a_|-mod_watch');
    expect(resultOf(states, 'listener_a')).toMatchObject({
      comment: 'Watch statement fired.',
      __run_num__: 3,
    });
  },
);
