import type { Signature } from './signature.ts';
import { dict, type PyDict } from './value.ts';

/** A signature as Salt's argspec reports show it: None in place of what there is nothing of. */
export function argspec({ parameters, varargs, kwargs }: Signature): PyDict {
  const names = parameters.map(({ name }) => name);
  const defaults = parameters.flatMap(({ default: value }) => (value === undefined ? [] : [value]));
  return dict({
    args: names.length > 0 ? names : null,
    defaults: defaults.length > 0 ? defaults : null,
    varargs: varargs || null,
    kwargs: kwargs || null,
  });
}
