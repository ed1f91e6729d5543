import * as fc from 'fast-check';
import {
  PyFloat,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../simulator/python/value.ts';

/** Scalars that are told apart, or not, in one place or another. */
export const scalars: fc.Arbitrary<PyScalar> = fc.oneof(
  fc.constantFrom<PyScalar>(null, true, false, 0, 1, -1, 2.5, new PyFloat(1)),
  fc.constantFrom('', 'a', 'abc', '12', '__kwarg__', 'x', "it's", 'ü', 'None', '@jobs'),
);

/** What stands where something else belongs. */
export const odd: fc.Arbitrary<PyValue> = fc.oneof(
  scalars,
  fc.array(scalars, { maxLength: 2 }),
  scalars.map((key) => new Map([[key, null]])),
  fc.constantFrom<PyValue>(new Map(), [[]]),
);

/** What belongs there, and now and then something else. */
export const oftenOf = <T extends PyValue>(
  usual: fc.Arbitrary<T>,
  weight = 12,
): fc.Arbitrary<PyValue> => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** One name for the keys that are one in Python: 1, 1.0 and True. */
function keyOf(value: PyScalar): PyScalar {
  if (value instanceof PyFloat) return value.value;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Dicts, of keys that are not the same to Python. */
export function mapOf<K extends PyScalar>(
  keys: fc.Arbitrary<K>,
  items: fc.Arbitrary<PyValue>,
  maxLength = 2,
  minLength = 0,
): fc.Arbitrary<PyDict> {
  return fc
    .uniqueArray(fc.tuple(keys, items), { minLength, maxLength, selector: ([name]) => keyOf(name) })
    .map((entries) => new Map<PyScalar, PyValue>(entries));
}

/** A key that belongs there, and now and then another. */
export function oftenOfScalar<T extends PyScalar>(
  usual: fc.Arbitrary<T>,
  weight = 12,
): fc.Arbitrary<PyScalar> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: scalars });
}

/** Names of keyword arguments. */
export const keywords = fc.constantFrom<PyScalar>('a', 'x', 'text', '__kwarg__', 1);
