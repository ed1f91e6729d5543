import { equals } from '../python/equals.ts';
import { isDict, type PyDict, type PyValue } from '../python/value.ts';

/**
 * One dict laid over another, and so are the dicts in it, level by level (utils/dictupdate.py).
 *
 * @param mergesLists whether a list below keeps its items, and those above follow them
 */
export function overlaid(below: PyDict, above: PyDict, mergesLists = false): PyDict {
  const both: PyDict = new Map(below);
  for (const [key, value] of above) both.set(key, laidOver(below.get(key), value, mergesLists));
  return both;
}

function laidOver(under: PyValue | undefined, value: PyValue, mergesLists: boolean): PyValue {
  if (isDict(under) && isDict(value)) return overlaid(under, value, mergesLists);
  if (!mergesLists || !Array.isArray(under) || !Array.isArray(value)) return value;
  return [...under, ...newTo(under, value)];
}

/** The items of a list that are in no other one. */
export function newTo(list: readonly PyValue[], items: readonly PyValue[]): PyValue[] {
  return items.filter((item) => !list.some((known) => equals(known, item)));
}
