import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { CHANGED, FAILED, OK, on, resultOf, runHigh } from './run-states.ts';
import { CALLED, NO, notCalled, under, YES } from './under-conditions.ts';

const source = { documented: 'Salt: requisites, unless, onlyif, creates', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-conditions.malformed',
  {
    level: 'may',
    text: 'Entries that are neither a command nor a function with fun count for nothing: the state is called.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const condition of [
      { onlyif: [5] },
      { onlyif: [{ name: 'x' }] },
      { unless: [5] },
      { unless: [{ name: 'x' }] },
    ])
      expect(await under(target, condition)).toMatchObject(CALLED);
    const together = { unless: [YES], onlyif: [{ name: 'x' }] };
    expect(await under(target, together)).toMatchObject(
      notCalled("no `fun` argument in onlyif: {'name': 'x'}\nunless condition is true"),
    );
    expect(await under(target, { unless: [YES], onlyif: [5] })).toMatchObject(
      notCalled('onlyif execution failed, bad type passed\nunless condition is true'),
    );
  },
);

requirement(
  'cherrypy.state-conditions.unknown-function',
  {
    level: 'should',
    text: 'A state whose condition calls a function that is not there, or has no entry at all, fails with a traceback that ends with a KeyError.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const unknown = `test.${target.unique('function')}`;
    for (const [onlyif, key] of [
      [[{ fun: unknown }], unknown],
      [[], 'comment'],
    ] as const) {
      const result = await under(target, { onlyif });
      expect(result).toMatchObject({ result: false, changes: {} });
      expect(result.comment).toMatch(
        /^An exception occurred in this state: Traceback \(most recent call last\):\n/,
      );
      expect(result.comment.endsWith(`KeyError: '${key}'\n`), result.comment).toBe(true);
    }
  },
);

requirement(
  'cherrypy.state-conditions.check-cmd',
  {
    level: 'must',
    text: 'The commands of check_cmd decide how a state went in the place of its function: well where all end with 0, else failed; the changes stay.',
    source: { ...source, documented: 'Salt: requisites, check_cmd' },
    needs,
  },
  async ({ target }) => {
    const succeeded = { result: true, comment: 'check_cmd determined the state succeeded' };
    const failed = { result: false, comment: 'check_cmd determined the state failed' };
    for (const [state, commands, outcome] of [
      [FAILED, 'true', succeeded],
      [FAILED, ['true', 'exit 0'], succeeded],
      [OK, 'false', failed],
      [OK, ['true', 'false'], failed],
    ] as const)
      expect(await under(target, { check_cmd: commands }, state)).toMatchObject(outcome);
    const changed = await under(target, { check_cmd: 'false' });
    expect(changed).toMatchObject({ ...failed, changes: { testing: { old: 'Unchanged' } } });
    expect(Object.keys(changed)).toEqual([
      'name',
      'changes',
      'result',
      'comment',
      '__sls__',
      '__id__',
      '__run_num__',
      'start_time',
      'duration',
    ]);
  },
);

requirement(
  'cherrypy.state-conditions.check-cmd-after-conditions',
  {
    level: 'may',
    text: 'check_cmd is looked at even where conditions did not let the state be called.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const result = await under(target, { onlyif: [NO], check_cmd: 'false' });
    expect(result).toMatchObject({
      result: false,
      comment: 'check_cmd determined the state failed',
      skip_watch: true,
    });
  },
);

requirement(
  'cherrypy.state-conditions.parallel',
  {
    level: 'should',
    text: 'A state with parallel says so at the end of its result; whatever requires it waits for it.',
    source: { documented: 'Salt: parallel states', observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const { states, retcode } = await runHigh(target, {
      x: [CHANGED, { parallel: true }],
      y: [OK, on('require', 'x')],
    });
    const parallel = resultOf(states, 'x');
    expect(parallel).toMatchObject({ ...CALLED, __parallel__: true });
    expect(Object.keys(parallel).at(-1)).toBe('__parallel__');
    expect(resultOf(states, 'y')).toMatchObject(CALLED);
    expect(resultOf(states, 'y')).not.toHaveProperty('__parallel__');
    expect(retcode).toBe(0);
  },
);

requirement(
  'cherrypy.state-conditions.no-log',
  {
    level: 'should',
    text: 'From 3008 on a state with no_log has stars in the place of its name, its comment and its changes.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const stars = '*'.repeat(10);
    expect(await under(target, { no_log: true })).toMatchObject({
      name: stars,
      comment: stars,
      changes: { testing: { old: stars, new: stars } },
      result: true,
      __id__: 'x',
    });
  },
);
