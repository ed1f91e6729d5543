import { isDict, PyFloat, type PyDict, type PyScalar, type PyValue } from './value.ts';

/** Python's `a == b`: 1, 1.0 and True are equal, and the order of a dict's keys plays no part. */
export function equals(a: PyValue, b: PyValue): boolean {
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, at) => equals(item, b[at] ?? null))
    );
  if (isDict(a))
    return (
      isDict(b) &&
      a.size === b.size &&
      [...a].every(([key, item]) => {
        const other = itemAt(b, key);
        return other !== undefined && equals(item, other);
      })
    );
  return !Array.isArray(b) && !isDict(b) && comparable(a) === comparable(b);
}

/** The item under a key that is equal in Python's eyes. */
function itemAt(dict: PyDict, key: PyScalar): PyValue | undefined {
  if (dict.has(key) || typeof key === 'string') return dict.get(key);
  return [...dict].find(([other]) => equals(other, key))?.[1];
}

/** A scalar as one that JavaScript's `===` compares as Python's `==` does; an integer beyond 2^53 is no float. */
function comparable(value: PyScalar): PyScalar {
  if (value instanceof PyFloat) return value.value;
  return typeof value === 'boolean' ? Number(value) : value;
}
