import type { PyDict } from '../../python/value.ts';

/** A return as the client library hands it on: `ret`, `out` where there is one, `retcode`, `jid`. */
export function fullEntry(data: PyDict): PyDict {
  const entry: PyDict = new Map([['ret', data.get('return') ?? null]]);
  for (const key of ['out', 'retcode', 'jid']) {
    const value = data.get(key);
    if (value !== undefined) entry.set(key, value);
  }
  return entry;
}
