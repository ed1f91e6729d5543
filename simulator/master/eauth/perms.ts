import { compareCodePoints } from '../../python/compare.ts';
import { repr } from '../../python/repr.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { EauthToken } from '../tokens.ts';
import { rulesOf } from './auth-list.ts';

/**
 * The `perms` of a log-in answer: what stands under the user's exact name, under `*` and under the
 * user's groups; texts sorted first, then dicts in the order of their Python repr, nothing twice.
 *
 * It is not what is enforced: that is `authList`. Nothing found is an empty dict, not a list
 * (salt-core §4.3; seen on 3006.28, 3007.15 and 3008.3).
 */
export function loginPerms(backend: PyDict, token: EauthToken): PyValue {
  if (typeof token.name === 'object' && token.name !== null) return new Map();
  const keys = [token.name, '*', ...token.groups.map((group) => `${group}%`)];
  const rules = keys.flatMap((key) => rulesOf(backend.get(key) ?? null));
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
