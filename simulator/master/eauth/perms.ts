import { compareCodePoints } from '../../python/compare.ts';
import { equals } from '../../python/equals.ts';
import { iterate } from '../../python/iterate.ts';
import { repr } from '../../python/repr.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import type { EauthToken } from '../tokens.ts';

/** Whom a log-in is for. */
type Holder = Pick<EauthToken, 'name' | 'groups'>;

/**
 * The `perms` of a log-in answer: what stands under the user's exact name, under `*` and under the
 * user's groups; texts sorted first, then others in the order of their Python repr, nothing twice.
 *
 * It is not what is enforced: that is `authList`. Nothing found is an empty dict, not a list, and
 * so is a configuration that Python fails on: a mapping under the user's name, nothing under `*`,
 * a group spelled `name%%` (salt-core §4.3; seen on 3006.28, 3007.15 and 3008.3).
 */
export function loginPerms(backend: PyDict | null, holder: Holder): PyValue {
  const rules = backend === null ? undefined : rulesOf(backend, holder);
  if (rules === undefined) return new Map();
  const texts = new Set<string>();
  const others: PyValue[] = [];
  for (const rule of rules) {
    if (typeof rule === 'string') texts.add(rule);
    else if (!others.some((other) => equals(other, rule))) others.push(rule);
  }
  const sortedOthers = others
    .map((rule) => [repr(rule), rule] as const)
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .map(([, rule]) => rule);
  const perms = [...[...texts].toSorted(compareCodePoints), ...sortedOthers];
  return perms.length > 0 ? perms : new Map();
}

/** The rules under all names that concern the holder; undefined where Python fails on one of the entries. */
function rulesOf(backend: PyDict, { name, groups }: Holder): PyValue[] | undefined {
  if (Array.isArray(name) || isDict(name)) return undefined;
  const own = backend.has(name) ? backend.get(name) : [];
  if (!Array.isArray(own)) return undefined;
  const groupKeys = groups.length > 0 ? keysOfGroups(backend, groups) : [];
  if (groupKeys === undefined) return undefined;
  const rules = [...own];
  for (const key of backend.has('*') ? ['*', ...groupKeys] : groupKeys) {
    const more = backend.has(key) ? items(backend.get(key) ?? null) : undefined;
    if (more === undefined) return undefined;
    rules.push(...more);
  }
  return rules;
}

/** Salt finds a group by its name without any `%`, and looks it up with one; every key must be a text. */
function keysOfGroups(backend: PyDict, groups: readonly string[]): string[] | undefined {
  const keys = [...backend.keys()];
  if (!keys.every((key) => typeof key === 'string')) return undefined;
  const named = keys.filter((key) => key.endsWith('%')).map((key) => key.replace(/%+$/, ''));
  return groups.filter((group) => named.includes(group)).map((group) => `${group}%`);
}

/** What Python's `list.extend` takes from a value, undefined where it takes none. */
function items(value: PyValue): PyValue[] | undefined {
  try {
    return iterate(value);
  } catch (error) {
    if (error instanceof PyTypeError) return undefined;
    throw error;
  }
}
