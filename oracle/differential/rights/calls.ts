import * as fc from 'fast-check';
import type { PyDict, PyValue } from '../../../simulator/python/value.ts';
import type { RightsCall } from '../../rights/rights-case.ts';
import { ids } from './fleet.ts';
import { keywords, mapOf, odd, oftenOf, scalars } from './odd-values.ts';

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

/** Calls of execution functions, one or a list, some with keyword arguments. */
export const localCalls: fc.Arbitrary<RightsCall> = fc
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

/** Calls of runners and wheels. */
export const masterCalls: fc.Arbitrary<RightsCall> = fc.record({
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
