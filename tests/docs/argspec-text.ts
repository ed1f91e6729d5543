import { repr } from '../../simulator/python/repr.ts';
import type { Signature } from '../../simulator/python/signature.ts';

/** The parameters of a function as Python writes them: `key, default='', **kwargs`. */
export function argspecText({ parameters, varargs, kwargs }: Signature): string {
  return [
    ...parameters.map(({ name, default: value }) =>
      value === undefined ? name : `${name}=${repr(value)}`,
    ),
    ...(varargs ? ['*args'] : []),
    ...(kwargs ? ['**kwargs'] : []),
  ].join(', ');
}
