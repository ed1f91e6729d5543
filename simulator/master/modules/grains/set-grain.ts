import { repr, str } from '../../../python/repr.ts';
import { dict, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import type { Minion } from '../../fleet.ts';
import { traverse } from '../../targeting/subdict-match.ts';

/** A grain to be set: null with `destructive` takes it away, `force` writes over dicts and lists. */
export interface NewGrain {
  readonly key: string;
  readonly val: PyValue;
  readonly force: boolean;
  readonly destructive: boolean;
  readonly delimiter: string;
}

/** What grains.set answers: a comment where nothing was done, else the grains that changed. */
export function setGrain(minion: Minion, grain: NewGrain): PyDict {
  const { key, val, force, destructive, delimiter } = grain;
  const existing = traverse(minion.grains, key.split(delimiter));
  const takesAway = val === null && destructive;
  if (existing !== undefined && repr(existing) === repr(val) && !takesAway)
    return outcome('Grain is already set', true);
  if (existing !== undefined && existing !== null && !force) {
    const how = "Use 'force=True' to overwrite.";
    if (isComplex(existing))
      return outcome(`The key '${key}' exists but is a dict or a list. ${how}`, false);
    if (isComplex(val))
      return outcome(
        `The key '${key}' exists and the given value is a dict or a list. ${how}`,
        false,
      );
  }
  let [value, path] = [val, key.split(delimiter)];
  for (; path.length > 1; path = path.slice(0, -1)) {
    const rest = path.at(-1) ?? '';
    const above = path.slice(0, -1);
    const holder = traverse(minion.grains, above) ?? new Map();
    if (!isDict(holder) && str(holder) !== rest && !force) {
      const text = `The key '${above.join(delimiter)}' value is '${str(holder)}', which is different from the provided key '${rest}'.`;
      return outcome(`${text} Use 'force=True' to overwrite.`, false);
    }
    const changed: PyDict = new Map(isDict(holder) ? holder : []);
    if (value === null && destructive) changed.delete(rest);
    else changed.set(rest, value);
    value = changed;
  }
  const [top = ''] = path;
  if (value === null && destructive) minion.grains.delete(top);
  else minion.grains.set(top, value);
  return outcome('', true, new Map([[top, value]]));
}

function isComplex(value: PyValue): boolean {
  return Array.isArray(value) || isDict(value);
}

function outcome(comment: string, result: boolean, changes: PyDict = new Map()): PyDict {
  return dict({ comment, changes, result });
}
