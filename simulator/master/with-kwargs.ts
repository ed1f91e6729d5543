import type { PyDict, PyScalar, PyValue } from '../python/value.ts';

/** The arguments of a call as they travel: keyword arguments, if any, as a last dict marked `__kwarg__` (salt-core §3.3). */
export function withKwargs(args: readonly PyValue[], kwargs: PyDict): readonly PyValue[] {
  if (kwargs.size === 0) return args;
  return [...args, new Map<PyScalar, PyValue>([['__kwarg__', true], ...kwargs])];
}
