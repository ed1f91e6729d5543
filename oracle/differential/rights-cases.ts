import * as fc from 'fast-check';
import { PyFloat, type PyDict, type PyScalar, type PyValue } from '../../simulator/python/value.ts';
import type { RightsCall, RightsCase } from '../rights/rights-case.ts';

const IDS = ['web1', 'web2', 'db1'] as const;

const ids = fc.subarray([...IDS]);

/** Functions as they are called, some of them no functions at all. */
const funs = fc.constantFrom(
  'test.ping',
  'test.echo',
  'test.arg',
  'grains.get',
  'saltutil.find_job',
  'jobs.list_jobs',
  'jobs.active',
  'key.list_all',
  'key.accept',
  'cache.grains',
  'test',
  'a.b.c',
  '',
  '.',
  'x\ny.z',
  'Test.Ping',
);

/** What the simulator's regular expressions do not read, as they say: possessive and atomic groups, and conditionals. */
const UNREAD = /[*+?}]\+|\(\?[>(]/;

/** Expressions on names, and some that `re` refuses or reads in a way of its own. */
const patterns = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '.*',
      'test.*',
      'test.ping',
      'test.(ping|echo)$',
      'test\\.[a-e].*',
      'grains.get',
      'jobs.*',
      'key.list',
      'list_.*',
      'ping',
      'accept',
      'test',
      '@jobs',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '^test',
      '$',
      'test.ping\\Z',
      '(?i)TEST.PING',
      '(?s)x.y',
      '(?P<m>test)\\.(?P<f>\\w+)',
      '(?!test).*',
      '(?:test|key)\\.\\w+',
      '\\w+\\.\\w{2,4}$',
      '.+?\\.',
      '\\D+',
      '[^.]*\\.?',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '[',
      '(',
      ')',
      '*',
      '+x',
      'a**',
      'a{2',
      'a{2,1}',
      '\\',
      '(?P<n',
      '(?i',
      'x(?i)',
      '\\q',
      ']',
      '}',
      '[z-a]',
      '(?P=x)',
      '(?<=a*)b',
      '\\1',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: fc.constantFrom(...Array.from('t.*[](){}?+^$|\\ea1-')), maxLength: 6 })
      .filter((pattern) => !UNREAD.test(pattern)),
  },
);

const scalars: fc.Arbitrary<PyScalar> = fc.oneof(
  fc.constantFrom<PyScalar>(null, true, false, 0, 1, -1, 2.5, new PyFloat(1)),
  fc.constantFrom('', 'a', 'abc', '12', '__kwarg__', 'x', "it's", 'ü', 'None', '@jobs'),
);

/** What stands where something else belongs. */
const odd: fc.Arbitrary<PyValue> = fc.oneof(
  scalars,
  fc.array(scalars, { maxLength: 2 }),
  scalars.map((key) => new Map([[key, null]])),
  fc.constantFrom<PyValue>(new Map(), [[]]),
);

const oftenOf = <T extends PyValue>(usual: fc.Arbitrary<T>, weight = 12): fc.Arbitrary<PyValue> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });

const argumentPatterns = fc.oneof(
  fc.constantFrom('a', 'a.*', '\\d+', '.*', '', 'True', "\\['a'", '[', '1$', '(?i)NONE', 'x|it'),
  fc.constant(null),
  odd,
);
const keywords = fc.constantFrom<PyScalar>('a', 'x', 'text', '__kwarg__', 1);

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

const rules = oftenOf(fc.array(rule, { maxLength: 4 }), 20);

/** Names of users and groups, and what is matched with them from both sides. */
const users = fc.constantFrom('ann', 'bob', 'a*', 'an[n]', 'ops', 'a.n', 'ann\n', '[', '(');
const userKeys = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<PyScalar>('ann', 'bob', '*', 'ops%', 'dev%', 'ops%%', '%'),
  },
  { weight: 3, arbitrary: users },
  { weight: 1, arbitrary: fc.constantFrom<PyScalar>(null, 5, '', '*%') },
);

const provider: fc.Arbitrary<PyDict | null> = fc.oneof(
  { weight: 5, arbitrary: rules.map((own) => new Map([['ann', own]]) as PyDict) },
  { weight: 15, arbitrary: mapOf(userKeys, rules, 4) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const values: fc.Arbitrary<PyValue> = fc.oneof(
  { weight: 3, arbitrary: scalars },
  { weight: 1, arbitrary: odd },
);
const kwargs: fc.Arbitrary<PyDict> = mapOf(keywords, values, 3);
const markedKwargs: fc.Arbitrary<PyDict> = kwargs.map((given) =>
  new Map(given).set('__kwarg__', true),
);
const args: fc.Arbitrary<PyValue[]> = fc
  .tuple(fc.array(values, { maxLength: 3 }), fc.option(markedKwargs, { freq: 2 }))
  .map(([list, marked]) => (marked === null ? list : [...list, marked]));

const localCall: fc.Arbitrary<RightsCall> = fc
  .tuple(
    fc.oneof<fc.MaybeWeightedArbitrary<{ fun: PyValue; arg: PyValue[] }>[]>(
      { weight: 4, arbitrary: fc.record({ fun: oftenOf(funs, 20), arg: args }) },
      {
        weight: 2,
        arbitrary: fc.record({
          fun: fc.array(oftenOf(funs), { maxLength: 3 }),
          arg: fc.array(oftenOf(args), { maxLength: 3 }),
        }),
      },
    ),
    ids,
  )
  .map(([call, minions]) => ({ kind: 'local', ...call, minions }));

const masterCall: fc.Arbitrary<RightsCall> = fc.record({
  kind: fc.constantFrom('runner' as const, 'wheel' as const),
  fun: funs,
  kwarg: oftenOf(
    fc
      .record(
        { arg: oftenOf(fc.array(values, { maxLength: 3 })), kwarg: oftenOf(kwargs) },
        { requiredKeys: [] },
      )
      .map((load): PyDict => new Map(Object.entries(load))),
    20,
  ),
});

/** Users, rules of every form that Salt knows and of some that it does not, and what is asked under them. */
export const rightsCases: fc.Arbitrary<RightsCase> = fc.record({
  provider,
  permissive: fc.boolean(),
  name: fc.oneof(
    { weight: 8, arbitrary: fc.constant<PyValue>('ann') },
    { weight: 2, arbitrary: users },
    { weight: 1, arbitrary: odd },
  ),
  groups: fc.subarray(['ops', 'dev', '', '*']),
  call: fc.oneof(localCall, masterCall),
  targets: fc
    .record({ 'web*': ids, web1: ids, 'G@role:db or web1': ids, 'not db1': ids })
    .map((named) => new Map<string, readonly string[]>([['*', IDS], ...Object.entries(named)])),
});

/** One name for the keys that are one in Python: 1, 1.0 and True. */
function keyOf(value: PyScalar): PyScalar {
  if (value instanceof PyFloat) return value.value;
  return typeof value === 'boolean' ? Number(value) : value;
}

function mapOf<K extends PyScalar>(
  keys: fc.Arbitrary<K>,
  items: fc.Arbitrary<PyValue>,
  maxLength = 2,
  minLength = 0,
): fc.Arbitrary<PyDict> {
  return fc
    .uniqueArray(fc.tuple(keys, items), { minLength, maxLength, selector: ([name]) => keyOf(name) })
    .map((entries) => new Map<PyScalar, PyValue>(entries));
}

function oftenOfScalar<T extends PyScalar>(
  usual: fc.Arbitrary<T>,
  weight = 12,
): fc.Arbitrary<PyScalar> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: scalars });
}
