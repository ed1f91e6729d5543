import { isDict, type PyDict, type PyScalar, type PyValue } from '../../../../python/value.ts';
import { isInternal, statesOf } from './declarations.ts';

/** A state by its id and its module. */
export type Place = readonly [id: PyScalar, module: PyScalar];

/**
 * The states of a module that are called so: by their id, else by the value of any one argument,
 * which is how Salt finds a `name` (state.py find_name, 3006.28 to 3008.3).
 *
 * @param strict whether the id must have a state of that module
 */
export function findName(high: PyDict, name: PyValue, module: PyScalar, strict: boolean): Place[] {
  const body = high.get(name as PyScalar);
  if (body !== undefined && (!strict || (isDict(body) && body.has(module))))
    return [[name as PyScalar, module]];
  if (module === 'sls') return findSls(high, name).map(([id]) => [id, module]);
  return [...high].flatMap(([id, other]) => {
    const run = isDict(other) && !isInternal(id) ? other.get(module) : undefined;
    if (!Array.isArray(run)) return [];
    const calls = run.filter(
      (arg) => isDict(arg) && arg.size === 1 && [...arg.values()][0] === name,
    );
    return calls.map((): Place => [id, module]);
  });
}

/** The states of a whole file (state.py find_sls_ids, 3006.28 to 3008.3). */
export function findSls(high: PyDict, sls: PyValue): Place[] {
  return [...high].flatMap(([id, body]) =>
    isDict(body) && body.get('__sls__') === sls
      ? statesOf(body).map(([module]): Place => [id, module])
      : [],
  );
}
