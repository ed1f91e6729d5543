import { isDict, type PyDict } from '../python/value.ts';

/** One dict laid over another, and so are the dicts in it, level by level (utils/dictupdate.py). */
export function overlaid(below: PyDict, above: PyDict): PyDict {
  const both: PyDict = new Map(below);
  for (const [key, value] of above) {
    const under = below.get(key);
    both.set(key, isDict(under) && isDict(value) ? overlaid(under, value) : value);
  }
  return both;
}
