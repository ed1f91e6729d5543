import { floatRepr } from '../../simulator/python/float.ts';
import { isDict, PyFloat, type PyValue } from '../../simulator/python/value.ts';

/** A Python value as JSON: dicts as their entries, since keys need not be texts, and floats in a wrapper. */
export type Tagged =
  | null
  | boolean
  | number
  | string
  | readonly Tagged[]
  | { readonly dict: readonly (readonly [Tagged, Tagged])[] }
  | { readonly float: string };

/** The value as `answer_rights.py` reads it. */
export function tagged(value: PyValue): Tagged {
  if (Array.isArray(value)) return value.map(tagged);
  if (isDict(value)) return { dict: [...value].map(([key, item]) => [tagged(key), tagged(item)]) };
  if (value instanceof PyFloat) return { float: floatRepr(value.value) };
  if (typeof value === 'bigint') throw new Error('No case holds an integer beyond 2^53.');
  return value;
}
