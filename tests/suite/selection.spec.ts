import { expect, test } from '@playwright/test';
import { declare } from '../../specs/declaration.ts';
import { lacking, leftOut } from '../../specs/selection.ts';
import { plainOptions } from './run-options.ts';

const source = { observed: ['3008.3'] };
const facts = { level: 'should', text: 'It does.', source } as const;

test.describe('a requirement is left out, and the report says why,', () => {
  const since = declare('cherrypy.a.b', { ...facts, since: '3007' });
  const until = declare('cherrypy.a.b', { ...facts, until: '3006' });
  const cases = [
    ['before its first line', since, { salt: '3006' }, 'not applicable', 'holds from Salt 3007 on'],
    ['after its last line', until, { salt: '3007' }, 'not applicable', 'holds up to Salt 3006'],
    [
      'on the documented line, where it names none to begin from',
      declare('cherrypy.a.b', facts),
      { salt: '0.8.4' },
      'not applicable',
      'holds from Salt 3006 on',
    ],
    [
      'on the lines of today, where it holds for the documented one alone',
      declare('cherrypy.a.b', { ...facts, since: '0.8.4', until: '0.8.4' }),
      { salt: '3006' },
      'not applicable',
      'holds up to Salt 0.8.4',
    ],
    [
      'where --only names others',
      since,
      { only: ['cherrypy.a.c'] },
      'not verified',
      'left out by --only',
    ],
    [
      'where --level asks for more',
      since,
      { level: 'must' },
      'not verified',
      'left out by --level must',
    ],
  ] as const;
  for (const [title, declaration, options, outcome, cause] of cases)
    test(title, () => {
      expect(leftOut(declaration, plainOptions(options))).toEqual({ outcome, cause });
    });
});

test.describe('a requirement is tried', () => {
  const cases = [
    ['on its first line', { since: '3007' }, { salt: '3007' }],
    ['on its last line', { until: '3006' }, { salt: '3006' }],
    ['on the documented line, where it begins there', { since: '0.8.4' }, { salt: '0.8.4' }],
    ['on later lines, where it begins at the documented one', { since: '0.8.4' }, { salt: '3008' }],
    ['on a line that is not known yet', { since: '3008' }, { salt: '3009' }],
    ['where --only names it', {}, { only: ['cherrypy.a.b'] }],
    ['where --level asks for its own level', {}, { level: 'should' }],
    ['where --level asks for less', {}, { level: 'may' }],
  ] as const;
  for (const [title, bounds, options] of cases)
    test(title, () => {
      const declaration = declare('cherrypy.a.b', { ...facts, ...bounds });
      expect(leftOut(declaration, plainOptions(options))).toBeUndefined();
    });
});

test('three shards share the requirements: each is tried in exactly one', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `cherrypy.topic.requirement-${at}`);
  const tried = [1, 2, 3].map((index) => {
    const options = plainOptions({ shard: { index, total: 3 } });
    return ids.filter((id) => leftOut(declare(id, facts), options) === undefined);
  });
  expect(tried.flat().toSorted()).toEqual(ids.toSorted());
  for (const shard of tried) expect(shard.length).toBeGreaterThan(10);
});

test.describe('what a target lacks', () => {
  test('leaves a requirement unproven', () => {
    const declaration = declare('cherrypy.a.b', { ...facts, needs: ['minion', 'down minion'] });
    expect(lacking(declaration, (capability) => capability === 'minion')).toEqual({
      outcome: 'not verified',
      cause: 'needs an accepted minion that does not answer',
    });
  });

  test('makes a requirement of a feature that is switched off not applicable', () => {
    const declaration = declare('cherrypy.a.b', { ...facts, needs: ['token expire override'] });
    expect(lacking(declaration, () => false)?.outcome).toBe('not applicable');
  });

  test('does not matter to a requirement that needs nothing', () => {
    expect(lacking(declare('cherrypy.a.b', facts), () => false)).toBeUndefined();
  });
});
