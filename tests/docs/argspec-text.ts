import { repr } from '../../simulator/python/repr.ts';
import type { Parameter, Signature } from '../../simulator/python/signature.ts';

/** The parameters of a function as Python writes them: `key, default='', **kwargs`. */
export function argspecText({ parameters, keywordOnly, varargs, kwargs }: Signature): string {
  return [
    ...parameters.map(parameterText),
    ...(varargs ? ['*args'] : []),
    ...keywordOnly.map(parameterText),
    ...(kwargs ? ['**kwargs'] : []),
  ].join(', ');
}

function parameterText({ name, default: value }: Parameter): string {
  return value === undefined ? name : `${name}=${repr(value)}`;
}
