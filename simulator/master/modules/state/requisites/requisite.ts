import { fnmatch } from '../../../../python/fnmatch.ts';
import { str } from '../../../../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../../../../python/value.ts';

/** One thing that a state requires: `{test: site}` by module and name or id, `{sls: web}` by file. */
export interface Required {
  readonly kind: string;
  readonly name: PyValue;
}

/** What a chunk says under a requisite; a bare text is an id, and a function in it does not count. */
export function requiredBy(low: PyDict, requisite: string): Required[] {
  const list = low.get(requisite);
  return (Array.isArray(list) ? list : []).map((item) => {
    const [kind = 'id', name = null] = isDict(item) ? ([...item][0] ?? []) : ['id', item];
    return { kind: str(kind).split('.')[0] ?? '', name };
  });
}

/** Whether a chunk is what is required; names and files may be globs. */
export function isRequired(chunk: PyDict, { kind, name }: Required): boolean {
  if (typeof name !== 'string') return false;
  if (kind === 'sls') {
    const includers = chunk.get('__sls_included_from__');
    return (
      fnmatch(str(chunk.get('__sls__') ?? null), name) ||
      (Array.isArray(includers) && includers.includes(name))
    );
  }
  if (kind !== 'id' && chunk.get('state') !== kind) return false;
  return ['name', '__id__'].some((key) => fnmatch(str(chunk.get(key) ?? null), name));
}
