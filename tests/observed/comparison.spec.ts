import { expect, test } from '@playwright/test';
import { compare, summaryOf, type ComparedStep } from '../../oracle/observed/comparison.ts';

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

test('the summary counts what is equal, excepted and different', () => {
  const comparison = compare(release, stepsWith(1000, [3, 4, 5]), [excepted(3), excepted(4)]);
  expect(summaryOf(comparison)).toBe('observed 3008.3: 997 of 1000 equal, 2 excepted, 1 different');
  expect(comparison.objections).toEqual(['cherrypy.a.b step 5: body']);
  expect(summaryOf(compare(release, stepsWith(2, []), []))).toBe('observed 3008.3: 2 of 2 equal');
});

test('an exception that nothing needs is an objection', () => {
  const { objections } = compare(release, stepsWith(10, []), [excepted(3)]);
  expect(objections).toEqual([expect.stringContaining('cherrypy.a.b step 3 is equal or gone')]);
});

test('an exception of another release excepts nothing', () => {
  const { objections } = compare(release, stepsWith(1000, [3]), [excepted(3, ['3006.28'])]);
  expect(objections).toEqual(['cherrypy.a.b step 3: body']);
});

test('no list of exceptions makes up for too many of them', () => {
  const six = compare(
    release,
    stepsWith(1000, [1, 2, 3, 4, 5, 6]),
    [1, 2, 3, 4, 5, 6].map((step) => excepted(step)),
  );
  expect(six.objections).toEqual(['only 99.4 % are equal, not 99.5 %']);
  const five = compare(
    release,
    stepsWith(1000, [1, 2, 3, 4, 5]),
    [1, 2, 3, 4, 5].map((step) => excepted(step)),
  );
  expect(five.objections).toEqual([]);
});
