import { expect, test } from '@playwright/test';
import {
  compare,
  summaryOf,
  type ComparedStep,
  type Known,
} from '../../oracle/observed/replay/comparison.ts';

const release = '3008.3';

/** So many steps of one requirement, of which these differ. */
function stepsWith(total: number, different: readonly number[]): ComparedStep[] {
  return Array.from({ length: total }, (_, at) => ({
    id: 'cherrypy.a.b',
    step: at + 1,
    difference: different.includes(at + 1) ? 'body' : undefined,
  }));
}

function excepted(step: number, releases = [release]) {
  return { releases, id: 'cherrypy.a.b', step, reason: 'seen once' };
}

/** Holds so many steps, of which some differ, against what is known. */
function held(total: number, different: readonly number[], known: Partial<Known> = {}) {
  return compare(release, stepsWith(total, different), { exceptions: [], pending: {}, ...known });
}

test('the summary counts what is equal, excepted, pending and different', () => {
  const pending = { [release]: { 'cherrypy.a.b': [5] } };
  const comparison = held(1000, [3, 4, 5, 6], { exceptions: [excepted(3), excepted(4)], pending });
  expect(summaryOf(comparison)).toBe(
    'observed 3008.3: 996 of 1000 equal, 2 excepted, 1 pending, 1 different',
  );
  expect(comparison.objections).toEqual(['cherrypy.a.b step 6: body']);
  expect(summaryOf(held(2, []))).toBe('observed 3008.3: 2 of 2 equal');
});

test('an exception that nothing needs is an objection', () => {
  const { objections } = held(10, [], { exceptions: [excepted(3)] });
  expect(objections).toEqual(['cherrypy.a.b step 3 is equal or gone: no exception any more']);
});

test('an exception or a pending step of another release covers nothing', () => {
  const pending = { '3006.28': { 'cherrypy.a.b': [3] } };
  const { objections } = held(1000, [3], { exceptions: [excepted(3, ['3006.28'])], pending });
  expect(objections).toEqual(['cherrypy.a.b step 3: body']);
});

test('a pending step that has become equal is none any more, and no fault', () => {
  const pending = { [release]: { 'cherrypy.a.b': [3] } };
  expect(held(10, [], { pending })).toMatchObject({ equal: 10, pending: 0, objections: [] });
});

test('no list of exceptions makes up for too many of them', () => {
  const six = [1, 2, 3, 4, 5, 6];
  const tooMany = held(1000, six, { exceptions: six.map((step) => excepted(step)) });
  expect(tooMany.objections).toEqual(['only 99.4 % are equal, not 99.5 %']);
  const five = six.slice(1);
  const few = held(1000, five, { exceptions: five.map((step) => excepted(step)) });
  expect(few.objections).toEqual([]);
});

test('pending steps are not counted among those that must be equal', () => {
  const pending = { [release]: { 'cherrypy.a.b': [1, 2, 3, 4, 5, 6] } };
  expect(held(1000, [1, 2, 3, 4, 5, 6], { pending }).objections).toEqual([]);
});
