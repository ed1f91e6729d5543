import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import {
  complaints,
  FAILED,
  fullReturn,
  highData,
  OK,
  orderOf,
  resultOf,
  runHigh,
} from './run-states.ts';

const source = { documented: 'Salt: ordering states', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-high.order',
  {
    level: 'must',
    text: 'States run by their order: first, then numbers, then those without one, then negative numbers, then last.',
    source,
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, {
      e: [OK, { order: 'last' }],
      d: [OK, { order: -2 }],
      c: [OK],
      b: [OK, { order: 7 }],
      a: [OK, { order: 'first' }],
    });
    expect(orderOf(states)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(Object.values(states).map(({ __id__ }) => __id__)).toEqual(['a', 'b', 'c', 'd', 'e']);
  },
);

requirement(
  'cherrypy.state-high.names',
  {
    level: 'must',
    text: 'A state with names is one for each, with arguments of its own where the name has some.',
    source: { documented: 'Salt: names declaration', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const names = { names: ['y', { x: [{ comment: 'own' }] }] };
    const { states } = await runHigh(target, { a: [OK, names, { order: 1 }] });
    expect(Object.keys(states)).toEqual([
      'test_|-a_|-y_|-succeed_without_changes',
      'test_|-a_|-x_|-succeed_without_changes',
    ]);
    expect(Object.values(states).map(({ comment }) => comment)).toEqual(['Success!', 'own']);
  },
);

requirement(
  'cherrypy.state-high.failhard',
  {
    level: 'must',
    text: 'No state runs after one with failhard has failed; in a test run they do.',
    source: { documented: 'Salt: failhard', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const states = { a: [FAILED, { failhard: true }, { order: 1 }], b: [OK, { order: 2 }] };
    expect(orderOf((await runHigh(target, states)).states)).toEqual(['a']);
    expect(orderOf((await runHigh(target, states, { test: true })).states)).toEqual(['a', 'b']);
  },
);

requirement(
  'cherrypy.state-high.exclude',
  {
    level: 'should',
    text: 'Of high data, ids and files that it excludes are left out.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const other = { test: [OK], __sls__: 'specs.other', __env__: 'base' };
    const data = { ...highData({ a: [OK], b: [OK] }), c: other };
    const run = await fullReturn(target, 'state.high', [
      { ...data, __exclude__: [{ id: 'a' }, { sls: 'specs.o*' }] },
    ]);
    const states = target.shape({ json: () => field(run, 'ret') }, 'state-run');
    expect(orderOf(states)).toEqual(['b']);
  },
);

requirement(
  'cherrypy.state-high.unknown-function',
  {
    level: 'should',
    text: 'A state whose function there is not fails and says so; it has no time, and other states run.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { states, retcode } = await runHigh(target, { a: ['nonesuch'], b: [OK] });
    expect(states['test_|-a_|-a_|-nonesuch']).toEqual({
      result: false,
      name: 'a',
      changes: {},
      comment:
        "State 'test.nonesuch' was not found in SLS 'specs'\nReason: 'test.nonesuch' is not available.\n",
      __run_num__: 0,
    });
    expect(resultOf(states, 'b').result).toBe(true);
    expect(retcode).toBe(2);
  },
);

requirement(
  'cherrypy.state-high.empty',
  {
    level: 'should',
    text: 'A run of no states is an empty dict, which is a failure with retcode 2.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await fullReturn(target, 'state.high', [{}])).toMatchObject({ ret: {}, retcode: 2 });
  },
);

/** What is wrong with the form of high data: what every line says of it. */
const MALFORMED: Readonly<Record<string, readonly [states: object, complaint: string]>> = {
  'no-list': [
    { a: { test: 'nop', __sls__: 'specs', __env__: 'base' } },
    "State 'a' in SLS 'specs' is not formed as a list",
  ],
  'no-dict': [{ a: 'test.nop' }, 'The type a in test.nop is not formatted as a dictionary'],
  'no-function': [{ a: [{ comment: 'x' }] }, "No function declared in state 'a' in SLS 'specs'"],
  'two-functions': [
    { a: [OK, 'nop'] },
    `Too many functions declared in state 'a' in SLS 'specs'. Please choose one of the following: ${OK}, nop`,
  ],
  'function-with-blanks': [
    { a: ['not a function'] },
    'The function "not a function" in state "a" in SLS "specs" has whitespace, a function with whitespace is not supported, perhaps this is an argument that is missing a ":"',
  ],
  'trailing-colon': [
    { a: { test: null, __sls__: 'specs', __env__: 'base' } },
    "ID 'a' in SLS 'specs' contains a short declaration (test) with a trailing colon. When not passing any arguments to a state, the colon must be omitted.",
  ],
  'names-no-list': [
    { a: [OK, { names: 'x' }] },
    "The 'names' argument in state 'a' in SLS 'specs' needs to be formed as a list",
  ],
  'requisite-no-list': [
    { a: [OK, { require: { test: 'b' } }], b: [OK] },
    "The require statement in state 'a' in SLS 'specs' needs to be formed as a list",
  ],
  'requisite-with-function': [
    { a: [OK, { require: [{ 'test.nop': 'b' }] }], b: [OK] },
    "Invalid requisite type 'test.nop' in state 'a', in SLS 'specs'. Requisite types must not contain dots, did you mean 'test'?",
  ],
};

for (const [what, [states, complaint]] of Object.entries(MALFORMED)) {
  requirement(
    `cherrypy.state-high.${what}`,
    {
      level: 'should',
      text: `High data that is malformed (${what.replaceAll('-', ' ')}) is answered with a list of what is wrong, and retcode 1.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      expect(await complaints(target, { ...states })).toEqual([complaint]);
    },
  );
}

requirement(
  'cherrypy.state-high.all-complaints',
  {
    level: 'should',
    text: 'All that is wrong with high data is told at once, in the order of the ids.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const states = { a: [{ comment: 'x' }], b: 'nop', c: [OK, { require: 'a' }], d: [OK] };
    expect(await complaints(target, states)).toEqual([
      "No function declared in state 'a' in SLS 'specs'",
      'The type b in nop is not formatted as a dictionary',
      "The require statement in state 'c' in SLS 'specs' needs to be formed as a list",
    ]);
  },
);

requirement(
  'cherrypy.state-high.low-succeeds',
  {
    level: 'may',
    text: 'state.low answers the bare result of one state, with retcode 0 where it is well.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const low = { state: 'test', fun: 'nop', name: 'x', __id__: 'y' };
    expect(await fullReturn(target, 'state.low', [low])).toMatchObject({
      ret: { name: 'x', result: true, __id__: 'y' },
      retcode: 0,
    });
  },
);

requirement(
  'cherrypy.state-high.low-fails',
  {
    level: 'may',
    text: 'state.low answers the bare result of one state, with retcode 2 though it is well.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const low = { state: 'test', fun: 'nop', name: 'x', __id__: 'y' };
    expect(await fullReturn(target, 'state.low', [low])).toMatchObject({
      ret: { name: 'x', result: true, __id__: 'y' },
      retcode: 2,
    });
  },
);

requirement(
  'cherrypy.state-high.by-file',
  {
    level: 'should',
    text: 'A requisite may name a whole file.',
    source: { documented: 'Salt: requisites', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const file = { test: [FAILED], __sls__: 'specs.other', __env__: 'base' };
    const data = highData({ a: [OK, { require: [{ sls: 'specs.other' }] }], b: file });
    const run = await fullReturn(target, 'state.high', [data]);
    const states = target.shape({ json: () => field(run, 'ret') }, 'state-run');
    expect(resultOf(states, 'a')).toMatchObject({
      result: false,
      comment: 'One or more requisite failed: specs.other.b',
    });
  },
);
