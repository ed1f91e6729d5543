import { str } from '../../../../python/repr.ts';
import {
  getOr,
  isDict,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../../python/value.ts';
import { REQUISITE_KEYWORDS } from '../requisites/requisite-keywords.ts';
import { statesOf } from './declarations.ts';
import { findName } from './find-name.ts';

/**
 * Brings what `extend` says, or a requisite turned around, into the states that it is about, in
 * place (state.py reconcile_extend, 3006.28 to 3008.3).
 *
 * @returns what it says of states that there are not
 */
export function reconcileExtend(high: PyDict, strict = false): string[] {
  const extensions = high.get('__extend__');
  if (!Array.isArray(extensions)) return [];
  high.delete('__extend__');
  const errors: string[] = [];
  for (const extension of extensions.filter(isDict)) {
    for (const [name, body] of extension) {
      const id = isDict(body) ? extendedId(high, name, body, strict) : undefined;
      if (!isDict(body) || id === undefined) errors.push(unknownId(name, body));
      else if (!isExcluded(high, body.get('__sls__') ?? null)) extend(high, id, body);
    }
  }
  return errors;
}

function extendedId(
  high: PyDict,
  name: PyScalar,
  body: PyDict,
  strict: boolean,
): PyScalar | undefined {
  const module = statesOf(body)[0]?.[0] ?? '';
  const known = high.get(name);
  if (isDict(known) && known.has(module)) return name;
  const places = findName(high, name, module, strict);
  return places.length === 1 ? places[0]?.[0] : undefined;
}

function unknownId(name: PyScalar, body: PyValue): string {
  const of = isDict(body) ? body : new Map<PyScalar, PyValue>();
  const [id, env, sls] = [name, getOr(of, '__env__', 'base'), getOr(of, '__sls__', 'base')].map(
    str,
  );
  return (
    `Cannot extend ID '${id}' in '${env}:${sls}'. It is not part of the high state.\n` +
    'This is likely due to a missing include statement or an incorrectly typed ID.\n' +
    `Ensure that a state with an ID of '${id}' is available\n` +
    `in environment '${env}' and to SLS '${sls}'`
  );
}

function isExcluded(high: PyDict, sls: PyValue): boolean {
  const excluded = high.get('__exclude__');
  if (!Array.isArray(excluded)) return false;
  return excluded.some((item) => (isDict(item) ? item.get('sls') : item) === sls);
}

function extend(high: PyDict, id: PyScalar, body: PyDict): void {
  const target = high.get(id);
  if (!isDict(target)) return;
  for (const [module, run] of statesOf(body)) {
    const present = target.get(module);
    if (!Array.isArray(present) || !Array.isArray(run)) target.set(module, run);
    else for (const arg of run) extendRun(present, arg);
  }
}

/** A function takes the place of another, an argument that of its namesake; requisites are added to. */
function extendRun(present: PyValue[], arg: PyValue): void {
  let isDone = false;
  for (const [place, value] of present.entries()) {
    if (typeof arg === 'string' && typeof value === 'string') {
      present[place] = arg;
      isDone = true;
    }
    if (!isDict(arg) || !isDict(value)) continue;
    const [key = '', added = null] = [...arg][0] ?? [];
    const [known = ''] = [...value.keys()];
    if (key === known) {
      const list = value.get(known);
      if (REQUISITE_KEYWORDS.has(str(key)) && Array.isArray(list) && Array.isArray(added))
        list.push(...added);
      else present[place] = arg;
      isDone = true;
    }
    if (key === 'name' && known === 'names') present[place] = arg;
  }
  if (!isDone) present.push(arg);
}
