import { fnmatch } from '../../python/fnmatch.ts';
import { iterate } from '../../python/iterate.ts';
import { pyMatchIfValid } from '../../python/regex.ts';
import { PyTypeError } from '../../python/type-error.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';

/**
 * The rules that hold for a user under one back end of `external_auth`.
 *
 * User keys are exact, globs or anchored regular expressions; `name%` is a group; `*` counts only
 * where no other key matched, unless `permissive_acl` is set (salt-core §4.1).
 *
 * @throws SaltError where Python fails: a back end with nothing in it, a key that is no text, rules
 *   that are no list, dict or text (utils/minions.py fill_auth_list, 3006.28 to 3008.3)
 */
export function authList(
  backend: PyDict | null,
  name: PyValue,
  groups: readonly string[],
  permissive: boolean,
): PyValue[] {
  if (backend === null) throw new SaltError('other', UNHANDLED_LOAD);
  const rules: PyValue[] = [];
  let matched = false;
  for (const [user, entries] of backend) {
    if (typeof user !== 'string') throw new SaltError('other', UNHANDLED_LOAD);
    if (user === '*' && !permissive) continue;
    if (user.endsWith('%')) {
      if (groups.includes(user.replace(/%+$/, ''))) rules.push(...rulesOf(entries));
    } else if (matchesUser(user, name)) {
      matched = true;
      rules.push(...rulesOf(entries));
    }
  }
  const everybody = backend.get('*');
  if (!permissive && !matched && everybody !== undefined) rules.push(...rulesOf(everybody));
  return rules;
}

/** A mapping where a list belongs gives its keys, and a text its letters, as Python's `list.extend` takes them. */
function rulesOf(entries: PyValue): PyValue[] {
  try {
    return iterate(entries);
  } catch (error) {
    if (error instanceof PyTypeError) throw new SaltError('other', UNHANDLED_LOAD);
    throw error;
  }
}

/** Salt reads the user's name as the pattern's text and the key as the expression (stringutils.expr_match). */
function matchesUser(key: string, name: PyValue): boolean {
  if (typeof name !== 'string') return false;
  return fnmatch(key, name) || pyMatchIfValid(`\\A${name}\\Z`, key);
}
