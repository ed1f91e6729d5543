import { str } from '../../../../python/repr.ts';
import { isDict, type PyDict, type PyScalar, type PyValue } from '../../../../python/value.ts';
import { BASE } from './state-files.ts';

/** Whether a key of high data is Salt's own, `__sls__` say, and no state. */
export function isInternal(key: PyScalar, mark: '_' | '__' = '__'): boolean {
  return str(key).startsWith(mark);
}

/** The states that an id declares: module and arguments each. */
export function statesOf(body: PyDict): [module: PyScalar, run: PyValue][] {
  return [...body].filter(([module]) => !isInternal(module));
}

/**
 * Brings the ids of one file into the form of high data: `test.nop` becomes the function `nop`
 * among the arguments of `test`, and every id says which file it is of (state.py
 * _handle_state_decls, 3006.28 to 3008.3).
 *
 * @returns what is wrong with them
 */
export function padDeclarations(state: PyDict, sls: string): string[] {
  const errors: string[] = [];
  for (const [id, body] of state) {
    if (isDict(body)) {
      errors.push(...padBody(body, id, sls));
      addOrigin(body, sls);
    } else if (id === '__extend__' || id === '__exclude__') {
      continue;
    } else if (typeof body === 'string' && body.includes('.')) {
      const [module = '', fun = ''] = body.split('.');
      const padded: PyDict = new Map();
      addOrigin(padded, sls);
      state.set(id, padded.set(module, [fun]));
    } else errors.push(`ID ${str(id)} in SLS ${sls} is not a dictionary`);
  }
  return errors;
}

function padBody(body: PyDict, id: PyScalar, sls: string): string[] {
  const modules = new Set<string>();
  const errors: string[] = [];
  for (const [key, run] of Array.from(body)) {
    if (isInternal(key, '_') || !Array.isArray(run)) continue;
    const [module = '', fun] = str(key).split('.');
    if (fun === undefined) modules.add(module);
    else if (modules.has(module)) {
      const what = 'contains multiple state declarations of the same type';
      errors.push(`ID '${str(id)}' in SLS '${sls}' ${what}`);
    } else {
      body.delete(key);
      body.set(module, [...run, fun]);
      modules.add(module);
    }
  }
  return errors;
}

/** Pads what a file extends, in the same way; it says nothing of what it finds twice. */
export function padExtension(extension: PyDict, sls: string): string[] {
  const errors: string[] = [];
  for (const [id, body] of extension) {
    if (!isDict(body)) {
      errors.push(`Extension name '${str(id)}' in SLS '${sls}' is not a dictionary`);
      continue;
    }
    addOrigin(body, sls);
    for (const [key, run] of Array.from(body)) {
      const [module = '', fun] = str(key).split('.');
      if (isInternal(key, '_') || !Array.isArray(run) || fun === undefined) continue;
      body.delete(key);
      body.set(module, [...run, fun]);
    }
  }
  return errors;
}

function addOrigin(body: PyDict, sls: string): void {
  if (!body.has('__sls__')) body.set('__sls__', sls);
  if (!body.has('__env__')) body.set('__env__', BASE);
}
