import type { PyDict, PyValue } from '../../../python/value.ts';

/** The result of a state of the module `salt`, in the order of its keys that most of them have. */
export function saltResult(
  name: PyValue,
  result: boolean | null,
  comment: PyValue,
  changes: PyDict = new Map(),
): PyDict {
  return new Map<string, PyValue>([
    ['name', name],
    ['changes', changes],
    ['comment', comment],
    ['result', result],
  ]);
}
