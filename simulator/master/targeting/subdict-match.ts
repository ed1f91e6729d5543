import { fnmatch } from '../../python/fnmatch.ts';
import { pyMatchIfValid } from '../../python/regex.ts';
import { str } from '../../python/repr.ts';
import { isDict, type PyDict, type PyScalar, type PyValue } from '../../python/value.ts';
import { yamlifyArg } from '../../python/yaml/yamlify-arg.ts';

/** How the last part of an expression is held against a value, both lower-cased. */
const COMPARISONS = {
  glob: fnmatch,
  regex: (text: string, pattern: string): boolean => pyMatchIfValid(pattern, text),
  exact: (text: string, pattern: string): boolean => text === pattern,
} as const;

/** The name of a way to compare. */
export type Comparison = keyof typeof COMPARISONS;

/**
 * Reads an expression such as `os:Debian` or `site:rack:3`, and tells of nested data whether it holds that.
 *
 * The longest key goes first, so `a:b:c` is `data[a][b]` with `c` before it is `data[a]` with
 * `b:c`. Without a delimiter nothing matches (salt-core §2.3).
 */
export function subdictMatch(
  expression: string,
  delimiter: string,
  how: Comparison,
): (data: PyValue) => boolean {
  const readings = readingsOf(expression, delimiter);
  return (data) =>
    readings.some(({ path, pattern }) => {
      const found = path === undefined ? data : traverse(data, path);
      return found !== undefined && !isEmptyDict(found) && matchesValue(found, pattern, how);
    });
}

/** A way to read an expression: the pattern of what lies at the path; without a path, of the whole. */
interface Reading {
  readonly path?: readonly string[];
  readonly pattern: string;
}

function readingsOf(expression: string, delimiter: string): Reading[] {
  const parts = expression.split(delimiter);
  const readings: Reading[] = [];
  for (let split = parts.length - 1; split > 0; split--) {
    const path = parts.slice(0, split);
    if (path.join(delimiter) === '*') readings.push({ pattern: expression });
    else readings.push({ path, pattern: parts.slice(split).join(delimiter) });
  }
  return readings;
}

function matchesValue(value: PyValue, pattern: string, how: Comparison): boolean {
  if (isDict(value)) return matchesDict(value, pattern, how);
  if (!Array.isArray(value)) return matchesScalar(value, pattern, how);
  return value.some(
    (member) =>
      (isDict(member) && matchesDict(member, pattern, how)) || matchesScalar(member, pattern, how),
  );
}

function matchesScalar(value: PyValue, pattern: string, how: Comparison): boolean {
  return COMPARISONS[how](str(value).toLowerCase(), pattern.toLowerCase());
}

/** A dict matches by one of its keys, by what lies below, or with a leading `*:` by any of its values. */
function matchesDict(dict: PyDict, pattern: string, how: Comparison): boolean {
  const wildcard = pattern.startsWith('*:');
  const rest = wildcard ? pattern.slice(2) : pattern;
  if (rest === '*' || [...dict.keys()].some((key) => key === rest || matchesScalar(key, rest, how)))
    return true;
  if (subdictMatch(rest, ':', how)(dict)) return true;
  return wildcard && [...dict.values()].some((value) => matchesValueOfAnyKey(value, rest, how));
}

function matchesValueOfAnyKey(value: PyValue, pattern: string, how: Comparison): boolean {
  if (isDict(value)) return matchesDict(value, pattern, how);
  if (Array.isArray(value)) return value.some((item) => matchesScalar(item, pattern, how));
  return matchesScalar(value, pattern, how);
}

/** The value below a path of keys; undefined where it leads nowhere. */
export function traverse(data: PyValue, path: readonly PyValue[]): PyValue | undefined {
  let value: PyValue | undefined = data;
  for (const part of path) {
    value = Array.isArray(value)
      ? stepIntoList(value, part)
      : isDict(value ?? null)
        ? stepIntoDict(value as PyDict, part)
        : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** Salt takes an empty dict for what is not there, and goes on to a shorter key. */
function isEmptyDict(value: PyValue): boolean {
  return isDict(value) && value.size === 0;
}

/** A key that is missing as text is tried again as what YAML makes of it: `5` finds the integer 5. */
function stepIntoDict(dict: PyDict, key: PyValue): PyValue | undefined {
  if (Array.isArray(key) || isDict(key)) return undefined;
  if (dict.has(key)) return dict.get(key);
  if (typeof key !== 'string') return undefined;
  const loaded = yamlifyArg(key);
  return Array.isArray(loaded) || isDict(loaded) ? undefined : dict.get(loaded);
}

/** The first dict in the list that has the key, or the item of that number. */
function stepIntoList(list: readonly PyValue[], step: PyValue): PyValue | undefined {
  const part = str(step);
  const isIndex = /^\s*[+-]?\d+\s*$/.test(part);
  const key: PyScalar = isIndex ? Number(part) : part;
  for (const item of list) if (isDict(item) && item.has(key)) return item.get(key);
  return isIndex ? list.at(Number(part)) : undefined;
}
