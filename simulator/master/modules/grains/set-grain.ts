import { equals } from '../../../python/equals.ts';
import { str } from '../../../python/repr.ts';
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
  if (existing !== undefined && equals(existing, val) && !takesAway)
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
    if (Array.isArray(holder)) value = withinList(holder, rest, value);
    else if (isDict(holder)) value = withinDict(holder, rest, value, destructive);
    else if (holder === rest || force) value = new Map([[rest, value]]);
    else {
      const text = `The key '${above.join(delimiter)}' value is '${str(holder)}', which is different from the provided key '${rest}'.`;
      return outcome(`${text} Use 'force=True' to overwrite.`, false);
    }
  }
  const [top = ''] = path;
  if (value === null && destructive) minion.grains.delete(top);
  else minion.grains.set(top, value);
  return outcome('', true, new Map([[top, value]]));
}

function withinDict(holder: PyDict, key: string, value: PyValue, destructive: boolean): PyDict {
  const changed: PyDict = new Map(holder);
  if (value === null && destructive) changed.delete(key);
  else changed.set(key, value);
  return changed;
}

/** In a list the value goes to the dicts that have the key, in the place of the key itself, or to the end. */
function withinList(holder: readonly PyValue[], key: string, value: PyValue): PyValue[] {
  const held: PyDict = new Map([[key, value]]);
  const isPlace = (item: PyValue): boolean => item === key || (isDict(item) && item.has(key));
  if (!holder.some(isPlace)) return [...holder, held];
  return holder.map((item) => {
    if (!isPlace(item)) return item;
    return isDict(item) ? new Map(item).set(key, value) : held;
  });
}

function isComplex(value: PyValue): boolean {
  return Array.isArray(value) || isDict(value);
}

function outcome(comment: string, result: boolean, changes: PyDict = new Map()): PyDict {
  return dict({ comment, changes, result });
}
