import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { FAILED, OK, on, resultOf, runHigh } from './run-states.ts';

const needs = ['minion'] as const;

requirement(
  'cherrypy.state-not-run.not-run-order',
  {
    level: 'may',
    text: 'The result of a state that was not run begins with its changes, and ends with its file, id and name.',
    source: { observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, { a: [OK], b: [OK, on('onchanges', 'a')] });
    expect(Object.keys(resultOf(states, 'b'))).toEqual([
      'changes',
      'result',
      'duration',
      'start_time',
      'comment',
      '__state_ran__',
      '__run_num__',
      '__sls__',
      '__id__',
      'name',
    ]);
  },
);

requirement(
  'cherrypy.state-not-run.failed-unmarked',
  {
    level: 'may',
    text: 'A state that was not run since one that it requires has failed does not say that it was not run.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, { a: [FAILED], b: [OK, on('require', 'a')] });
    expect(resultOf(states, 'b')).not.toHaveProperty('__state_ran__');
  },
);

requirement(
  'cherrypy.state-not-run.failed-marked',
  {
    level: 'should',
    text: 'A state that was not run since one that it requires has failed says so by __state_ran__.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const { states } = await runHigh(target, { a: [FAILED], b: [OK, on('require', 'a')] });
    expect(resultOf(states, 'b')).toMatchObject({ __state_ran__: false });
  },
);

requirement(
  'cherrypy.state-not-run.onfail-handled',
  {
    level: 'should',
    text: 'A failure that a state with onfail and onfail_stop: false has made up for is none for the retcode.',
    source: { documented: 'Salt: requisites', observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const handled = [OK, on('onfail', 'a'), { onfail_stop: false }];
    const { states, retcode } = await runHigh(target, { a: [FAILED], b: handled });
    expect(resultOf(states, 'a').result).toBe(false);
    expect(retcode).toBe(0);
  },
);
