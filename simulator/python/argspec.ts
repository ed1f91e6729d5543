import type { Signature } from './signature.ts';
import { dict, type PyDict } from './value.ts';

/**
 * A signature as Salt's argspec reports show it: None in place of what there is nothing of, and
 * parameters that only a keyword reaches among the others.
 */
export function argspec({ parameters, keywordOnly, varargs, kwargs }: Signature): PyDict {
  const all = [...parameters, ...keywordOnly];
  const names = all.map(({ name }) => name);
  const defaults = all.flatMap(({ default: value }) => (value === undefined ? [] : [value]));
  return dict({
    args: names.length > 0 ? names : null,
    defaults: defaults.length > 0 ? defaults : null,
    varargs: varargs || null,
    kwargs: kwargs || null,
  });
}
