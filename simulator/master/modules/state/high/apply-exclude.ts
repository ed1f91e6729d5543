import { fnmatch } from '../../../../python/fnmatch.ts';
import { isDict, type PyDict, type PyValue } from '../../../../python/value.ts';
import { isInternal } from './declarations.ts';

/**
 * Takes out of high data what its `exclude` names: ids, and files by globs (state.py apply_exclude,
 * 3006.28 to 3008.3).
 */
export function applyExclude(high: PyDict): void {
  const excluded = high.get('__exclude__');
  if (!Array.isArray(excluded)) return;
  high.delete('__exclude__');
  for (const item of excluded) {
    const [key, value] = isDict(item) && item.size === 1 ? ([...item][0] ?? []) : ['sls', item];
    if (isDict(item) && item.size !== 1) continue;
    for (const [id, body] of high) {
      if (isInternal(id)) continue;
      const sls = isDict(body) ? body.get('__sls__') : undefined;
      const isOfFile = isNamed(sls, value);
      if ((key === 'sls' && isOfFile) || (key === 'id' && id === value)) high.delete(id);
    }
  }
}

function isNamed(sls: PyValue | undefined, glob: PyValue | undefined): boolean {
  return typeof sls === 'string' && sls !== '' && typeof glob === 'string' && fnmatch(sls, glob);
}
