import { readFileSync } from 'node:fs';
import { loads } from '../../simulator/python/json-loads.ts';
import { isDict, type PyScalar, type PyValue } from '../../simulator/python/value.ts';

/** One input with what Salt made of it; the fields are those `yaml_vectors.py` wrote. */
export type Vector = ReadonlyMap<string, PyValue>;

/** Vectors in groups, by what the group is about. */
export type VectorGroups = ReadonlyMap<string, readonly Vector[]>;

/**
 * Reads a file that `yaml_vectors.py` wrote.
 *
 * @param name the file's name in fixtures/python, without `.json`
 */
export function readVectors(name: string): VectorGroups {
  const file = new URL(`../../fixtures/python/${name}.json`, import.meta.url);
  return loads(readFileSync(file, 'utf8')) as Map<string, Vector[]>;
}

/** The text in one field of a vector. */
export function textIn(vector: Vector, field: string): string {
  const text = vector.get(field);
  if (typeof text === 'string') return text;
  throw new Error(
    `A vector has no text in ${field}: write the vectors anew (see yaml_vectors.py).`,
  );
}

/** The value of a vector, its repeats and unusual keys as they were in Python. */
export function valueIn(vector: Vector): PyValue {
  return decode(vector.get('value') ?? null, new Map());
}

function decode(encoded: PyValue, anchored: Map<PyValue, PyValue>): PyValue {
  if (Array.isArray(encoded)) return encoded.map((item) => decode(item, anchored));
  if (!isDict(encoded)) return encoded;
  if (encoded.has('!alias')) return anchored.get(encoded.get('!alias') ?? null) ?? null;
  const anchor = encoded.get('!anchor');
  if (anchor !== undefined) {
    const value = decode(encoded.get('value') ?? null, anchored);
    anchored.set(anchor, value);
    return value;
  }
  const pairs = (encoded.get('!dict') as [PyScalar, PyValue][] | undefined) ?? [...encoded];
  return new Map(pairs.map(([key, value]) => [key, decode(value, anchored)]));
}
