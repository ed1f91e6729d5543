import { compareCodePoints } from '../../python/compare.ts';
import { repr } from '../../python/repr.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { EauthToken } from '../tokens.ts';

/**
 * The `perms` of a log-in answer: what stands under the user's exact name, under `*` and under the
 * user's groups; texts sorted first, then dicts in the order of their Python repr, nothing twice.
 *
 * It is not what is enforced: that is `authList`. Nothing found is an empty dict, not a list, and
 * so is a configuration that Python fails on: a mapping under the user's name, nothing under `*`
 * (salt-core §4.3; seen on 3006.28, 3007.15 and 3008.3).
 */
export function loginPerms(backend: PyDict, token: EauthToken): PyValue {
  const rules = rulesOf(backend, token);
  if (rules === undefined) return new Map();
  const texts = new Set<string>();
  const others = new Map<string, PyValue>();
  for (const rule of rules) {
    if (typeof rule === 'string') texts.add(rule);
    else others.set(repr(rule), rule);
  }
  const sortedOthers = [...others]
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .map(([, rule]) => rule);
  const perms = [...[...texts].toSorted(compareCodePoints), ...sortedOthers];
  return perms.length > 0 ? perms : new Map();
}

/** The rules under all names that concern the token; undefined where Python fails on one of the entries. */
function rulesOf(backend: PyDict, { name, groups }: EauthToken): PyValue[] | undefined {
  if (typeof name === 'object' && name !== null) return undefined;
  const own = backend.has(name) ? backend.get(name) : [];
  if (!Array.isArray(own)) return undefined;
  const rules = [...own];
  for (const key of ['*', ...groups.map((group) => `${group}%`)]) {
    const more = backend.has(key) ? items(backend.get(key) ?? null) : [];
    if (more === undefined) return undefined;
    rules.push(...more);
  }
  return rules;
}

/** What Python's `list.extend` takes from a value: the keys of a mapping, the characters of a text. */
function items(value: PyValue): Iterable<PyValue> | undefined {
  if (value instanceof Map) return value.keys();
  return Array.isArray(value) || typeof value === 'string' ? value : undefined;
}
