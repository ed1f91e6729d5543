import { isDict, type PyValue } from '../../python/value.ts';

/**
 * Whether a tree of state results tells of success: no leaf has a false `result`, each state is a
 * dict, and an empty tree counts as failure (salt-core §3.9).
 */
export function succeeded(tree: PyValue, nested = false): boolean {
  if (!isDict(tree) || tree.size === 0) return false;
  return [...tree].every(([id, state]) => {
    if (!isDict(state)) return nested || (id === '__extend__' && Array.isArray(state));
    const result = state.get('result');
    return result === undefined ? succeeded(state, true) : result !== false;
  });
}
