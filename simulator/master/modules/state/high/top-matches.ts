import { str } from '../../../../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../../../../python/value.ts';
import { BASE } from './state-files.ts';

/**
 * What a top file says of no use: nothing else of it is read then (state.py verify_tops, 3006.28 to
 * 3008.3).
 */
export function verifyTop(top: PyDict): string[] {
  return [...top]
    .filter(([, files]) => !Array.isArray(files))
    .map(([target]) => {
      const where = `Malformed topfile: state declarations for matcher '${str(target)}' in saltenv '${BASE}'`;
      return `${where} are not formed as a list`;
    });
}

/** The files that the top file gives to a minion, by environment; no environment where there are none. */
export function topMatches(
  top: PyDict | undefined,
  saltenv: PyValue,
  inTop: (target: string, matchType: string) => boolean,
): Map<string, string[]> {
  const matches = new Map<string, string[]>();
  if (top === undefined || (saltenv !== null && saltenv !== BASE)) return matches;
  for (const [target, listed] of top) {
    const items = Array.isArray(listed) ? listed : [listed];
    if (!inTop(str(target), matchTypeOf(items))) continue;
    const files = matches.get(BASE) ?? [];
    files.push(...items.filter((item) => typeof item === 'string'));
    matches.set(BASE, files);
  }
  return matches;
}

/** The type that one of the items names; a compound target, where none does. */
function matchTypeOf(items: readonly PyValue[]): string {
  const named = items.filter(isDict).find((item) => item.has('match'));
  return str(named?.get('match') ?? 'compound');
}
