import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { CHANGED, FAILED, OK, on, resultOf, runHigh } from './run-states.ts';
import { CALLED, inEcho, NO, notCalled, under, YES } from './under-conditions.ts';

const source = { documented: 'Salt: requisites, unless, onlyif, creates', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-conditions.onlyif',
  {
    level: 'must',
    text: 'A state with onlyif is called where all its commands end with 0; else it is well, changes nothing and says so.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await under(target, { onlyif: 'false' })).toMatchObject(
      notCalled('onlyif condition is false'),
    );
    expect(await under(target, { onlyif: ['true', 'exit 3'] })).toMatchObject(
      notCalled('onlyif condition is false'),
    );
    const called = await under(target, { onlyif: ['true', 'exit 0'] });
    expect(called).toMatchObject(CALLED);
    expect(called).not.toHaveProperty('skip_watch');
  },
);

requirement(
  'cherrypy.state-conditions.unless',
  {
    level: 'must',
    text: 'A state with unless is called where one of its commands fails; where all end with 0 it is well, changes nothing and says so.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await under(target, { unless: 'true' })).toMatchObject(
      notCalled('unless condition is true'),
    );
    expect(await under(target, { unless: ['true', 'true'] })).toMatchObject(
      notCalled('unless condition is true'),
    );
    for (const unless of ['false', ['true', 'false']])
      expect(await under(target, { unless })).toMatchObject(CALLED);
  },
);

requirement(
  'cherrypy.state-conditions.functions',
  {
    level: 'should',
    text: 'Conditions may be functions of the minion, with args and keywords beside fun; what they answer counts, or with get_return what a path leads to in it.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const onlyif of [[YES], [YES, { fun: 'test.echo', text: 'x' }], inEcho('a:b')])
      expect(await under(target, { onlyif })).toMatchObject(CALLED);
    for (const onlyif of [[NO], [YES, { fun: 'test.echo', text: '' }], inEcho('a:c')])
      expect(await under(target, { onlyif })).toMatchObject(notCalled('onlyif condition is false'));
    expect(await under(target, { unless: [NO] })).toMatchObject(CALLED);
    expect(await under(target, { unless: [YES] })).toMatchObject(
      notCalled('unless condition is true'),
    );
  },
);

requirement(
  'cherrypy.state-conditions.creates',
  {
    level: 'must',
    text: 'A state with creates is called unless all the files are there; else it says which one is, or that all are.',
    source,
    needs,
  },
  async ({ target }) => {
    const missing = `/nonesuch/${target.unique('file')}`;
    expect(await under(target, { creates: '/' })).toMatchObject(notCalled('/ exists'));
    expect(await under(target, { creates: ['/', '/tmp'] })).toMatchObject(
      notCalled('All files in creates exist'),
    );
    for (const creates of [missing, ['/', missing]])
      expect(await under(target, { creates })).toMatchObject(CALLED);
  },
);

requirement(
  'cherrypy.state-conditions.together',
  {
    level: 'should',
    text: 'Of several conditions each is looked at, onlyif before unless before creates, and each says a line of the comment; one is enough to keep the state from being called.',
    source,
    needs,
  },
  async ({ target }) => {
    const conditions = { creates: '/nonesuch', unless: [YES], onlyif: [YES] };
    expect(await under(target, conditions)).toMatchObject(
      notCalled('onlyif condition is true\nunless condition is true\nCreates files not found'),
    );
    expect(await under(target, { unless: [NO], onlyif: [YES] })).toMatchObject(CALLED);
  },
);

requirement(
  'cherrypy.state-conditions.keys',
  {
    level: 'should',
    text: 'The result of a state that its conditions did not let be called has its keys in an order of its own, skip_watch behind the id.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(Object.keys(await under(target, { onlyif: [NO] }))).toEqual([
      'result',
      'name',
      'changes',
      'comment',
      '__sls__',
      '__id__',
      'skip_watch',
      '__run_num__',
      'start_time',
      'duration',
    ]);
  },
);

requirement(
  'cherrypy.state-conditions.failing',
  {
    level: 'must',
    text: 'A state that would fail is well where its conditions do not let it be called, also in a test run, and others that require it run.',
    source,
    needs,
  },
  async ({ target }) => {
    const high = { x: [FAILED, { onlyif: [NO] }], y: [OK, on('require', 'x')] };
    for (const test of [false, true]) {
      const { states, retcode } = await runHigh(target, high, { test });
      expect(resultOf(states, 'x')).toMatchObject(notCalled('onlyif condition is false'));
      expect(resultOf(states, 'y')).toMatchObject(CALLED);
      expect(retcode).toBe(0);
    }
  },
);

requirement(
  'cherrypy.state-conditions.watch',
  {
    level: 'should',
    text: 'A state that its conditions did not let be called does not answer what it watches either.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, {
      x: [CHANGED],
      y: [OK, { onlyif: 'false' }, on('watch', 'x')],
      z: [OK, { onlyif: 'true' }, on('watch', 'x')],
    });
    expect(resultOf(states, 'y')).toMatchObject(notCalled('onlyif condition is false'));
    expect(resultOf(states, 'z').comment).toBe('Watch statement fired.');
  },
);
