import { str } from '../../python/repr.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import { pyMatchIfValid } from '../../python/regex.ts';
import type { PyDict, PyValue } from '../../python/value.ts';

/**
 * The rules that hold for a user under one back end of `external_auth`.
 *
 * User keys are exact, globs or anchored regular expressions; `name%` is a group; `*` counts only
 * where no other key matched, unless `permissive_acl` is set (salt-core §4.1).
 */
export function authList(
  backend: PyDict,
  name: PyValue,
  groups: readonly string[],
  permissive: boolean,
): PyValue[] {
  const rules: PyValue[] = [];
  let matched = false;
  for (const [key, entries] of backend) {
    const user = str(key);
    if (user === '*' && !permissive) continue;
    if (user.endsWith('%')) {
      if (groups.includes(user.replace(/%+$/, ''))) rules.push(...rulesOf(entries));
    } else if (matchesUser(user, name)) {
      matched = true;
      rules.push(...rulesOf(entries));
    }
  }
  if (!permissive && !matched) rules.push(...rulesOf(backend.get('*') ?? null));
  return rules;
}

/** A mapping where a list belongs gives its keys, as Python's `list.extend` takes it. */
function rulesOf(entries: PyValue): PyValue[] {
  if (entries instanceof Map) return [...entries.keys()];
  return Array.isArray(entries) ? entries : [];
}

/** Salt reads the user's name as the pattern's text and the key as the expression (stringutils.expr_match). */
function matchesUser(key: string, name: PyValue): boolean {
  if (typeof name !== 'string') return false;
  return fnmatch(key, name) || pyMatchIfValid(`\\A${name}\\Z`, key);
}
