import * as fc from 'fast-check';
import type { PyDict, PyValue } from '../../../simulator/python/value.ts';
import { keywords, mapOf, odd, oftenOf, oftenOfScalar } from './odd-values.ts';
import { patterns } from './patterns.ts';

const argumentPatterns = fc.oneof(
  fc.constantFrom('a', 'a.*', '\\d+', '.*', '', 'True', "\\['a'", '[', '1$', '(?i)NONE', 'x|it'),
  fc.constant(null),
  odd,
);

const argumentRule: fc.Arbitrary<PyDict> = fc
  .record(
    {
      args: oftenOf(fc.array(argumentPatterns, { maxLength: 3 })),
      kwargs: oftenOf(mapOf(keywords, argumentPatterns)),
      other: odd,
    },
    { requiredKeys: [] },
  )
  .map((rule) => new Map(Object.entries(rule)));

const condition: fc.Arbitrary<PyValue> = oftenOf(
  fc.oneof<fc.Arbitrary<PyValue>[]>(
    patterns,
    mapOf(
      oftenOfScalar(patterns),
      oftenOf(fc.oneof(argumentRule, fc.array(argumentRule, { maxLength: 2 }))),
      2,
    ),
  ),
);
const conditions: fc.Arbitrary<PyValue> = fc.oneof(
  { weight: 6, arbitrary: fc.array(condition, { maxLength: 3 }) },
  { weight: 2, arbitrary: condition },
);

const ruleTargets = fc.constantFrom(
  '*',
  'web*',
  'web1',
  'G@role:db or web1',
  'not db1',
  'nosuch',
  '(',
  '',
);
const masterSubjects = fc.constantFrom(
  '@runner',
  '@runners',
  '@wheel',
  '@wheels',
  '@jobs',
  '@key',
  '@test',
  '@events',
  '@cache',
  '@',
  '@.*',
);

const subjects = oftenOfScalar(fc.oneof(ruleTargets, masterSubjects), 20);

const rule: fc.Arbitrary<PyValue> = fc.oneof(
  { weight: 4, arbitrary: mapOf(subjects, conditions, 1, 1) },
  { weight: 2, arbitrary: patterns },
  { weight: 2, arbitrary: masterSubjects },
  { weight: 1, arbitrary: mapOf(subjects, conditions, 3) },
  { weight: 1, arbitrary: odd },
);

/** What may stand under a user: rules of every form, and what are none. */
export const rules = oftenOf(fc.array(rule, { maxLength: 4 }), 20);
