import { repr, str } from '../../../../python/repr.ts';
import {
  isDict,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../../python/value.ts';
import { isInternal, padDeclarations, padExtension } from './declarations.ts';
import { BASE, type StateFiles } from './state-files.ts';

/** The first place in the order of what says nothing of its own. */
const FIRST_ORDER = 10000;

/** High data as it is read out of state files, and what is wrong with them. */
export interface Rendered {
  readonly high: PyDict;
  readonly errors: string[];
}

/** What all files come to that were to be read. */
export interface RenderedFiles extends Rendered {
  /** Their names, with those that they include. */
  readonly files: readonly string[];
}

/** By environment, the files that are to be read; globs among them. */
export type Matches = ReadonlyMap<string, readonly string[]>;

/** Whether ids of included files name the files that include them, as the newer lines have it. */
export interface RenderSettings {
  readonly tellsIncluder: boolean;
}

/** Reads state files and all that they include into one dict of high data, as Salt's `render_highstate`. */
export function renderHighstate(
  files: StateFiles,
  matches: Matches,
  settings: RenderSettings,
): RenderedFiles {
  return new Rendering(files, settings).all(matches);
}

class Rendering {
  readonly #files: StateFiles;
  readonly #settings: RenderSettings;
  /** What was read already: a file included by two counts once. */
  readonly #read = new Set<string>();
  #order = FIRST_ORDER;

  constructor(files: StateFiles, settings: RenderSettings) {
    this.#files = files;
    this.#settings = settings;
  }

  all(matches: Matches): RenderedFiles {
    const high: PyDict = new Map();
    const errors: string[] = [];
    for (const [saltenv, globs] of matches) {
      for (const glob of globs) {
        if (saltenv !== BASE)
          errors.push(`No matching salt environment for environment '${saltenv}' found`);
        const found = saltenv === BASE ? this.#files.names(glob) : [];
        for (const sls of found.length > 0 ? found : [glob]) {
          if (this.#read.has(`${saltenv}:${sls}`)) continue;
          const file = this.#file(sls, saltenv);
          merge(high, file.high, file.errors);
          const missing = `SLS ${glob} in saltenv`;
          const text = `No matching sls found for '${glob}' in env '${saltenv}'`;
          const isMissing = (error: string): boolean =>
            error.includes('is not available') && error.includes(missing);
          errors.push(...file.errors.map((error) => (isMissing(error) ? text : error)));
        }
      }
    }
    leaveOutDoubleExtensions(high);
    const files = [...this.#read].map((name) => name.slice(name.indexOf(':') + 1));
    return { high, errors, files };
  }

  #file(sls: string, saltenv: string): Rendered {
    this.#read.add(`${saltenv}:${sls}`);
    const state = saltenv === BASE ? this.#content(sls) : undefined;
    if (state === undefined) {
      const where = 'available on the salt master or through a configured fileserver';
      return {
        high: new Map(),
        errors: [`Specified SLS ${sls} in saltenv ${saltenv} is not ${where}`],
      };
    }
    if (!isTruthy(state)) return { high: new Map(), errors: [] };
    if (!isDict(state))
      return { high: new Map(), errors: [`SLS ${sls} does not render to a dictionary`] };
    return this.#dict(state, sls);
  }

  #content(sls: string): PyValue | undefined {
    const { top } = this.#files;
    return sls === 'top' && top !== undefined ? new Map([[BASE, top]]) : this.#files.read(sls);
  }

  #dict(state: PyDict, sls: string): Rendered {
    const errors: string[] = [];
    const includes = takeList(state, 'include', () => {
      errors.push(`Include Declaration in SLS ${sls} is not formed as a list`);
    });
    const extension = state.get('extend');
    if (extension !== undefined) {
      state.delete('extend');
      if (!isDict(extension)) errors.push(`Extension value in SLS '${sls}' is not a dictionary`);
      else {
        errors.push(...padExtension(extension, sls));
        state.set('__extend__', [extension]);
      }
    }
    const excluded = takeList(state, 'exclude', () => {
      errors.push(`Exclude Declaration in SLS ${sls} is not formed as a list`);
    });
    if (excluded.length > 0) state.set('__exclude__', excluded);
    errors.push(...padDeclarations(state, sls));
    for (const include of includes) this.#include(include, state, sls, errors);
    this.#putInOrder(state);
    return { high: state, errors };
  }

  #include(include: PyValue, state: PyDict, sls: string, errors: string[]): void {
    let [saltenv, name]: [PyScalar, PyValue] = [BASE, include];
    if (isDict(include)) [saltenv, name] = [...include].at(-1) ?? [BASE, ''];
    const wanted = str(name);
    if (saltenv !== BASE && saltenv !== '_xenv') {
      const where = `found in include of '${wanted}' within SLS '${BASE}:${sls}'`;
      errors.push(`Nonexistent saltenv '${str(saltenv)}' ${where}`);
      return;
    }
    const target = wanted.startsWith('.') ? this.#files.resolve(wanted, sls) : wanted;
    if (target === undefined) {
      const where = `within SLS '${BASE}:${sls}' goes beyond top level package `;
      errors.push(`Attempted relative include of '${wanted}' ${where}`);
      return;
    }
    const found = this.#files.names(target);
    // In the environment that is being read Salt tries names that it does not know, too.
    for (const one of found.length > 0 ? found : [target]) {
      if (this.#read.has(`${BASE}:${one}`)) continue;
      const file = this.#file(one, BASE);
      if (this.#settings.tellsIncluder) tellIncluder(file.high, sls);
      merge(state, file.high, errors);
      errors.push(...file.errors);
    }
  }

  /** Gives every state that has no order the next one. */
  #putInOrder(state: PyDict): void {
    for (const body of state.values()) {
      if (!isDict(body)) continue;
      for (const [module, run] of body) {
        if (isInternal(module, '_') || !Array.isArray(run)) continue;
        if (!run.some((arg) => isDict(arg) && [...arg.keys()][0] === 'order'))
          run.push(new Map([['order', this.#order++]]));
      }
    }
  }
}

function takeList(state: PyDict, name: string, complain: () => void): PyValue[] {
  const value = state.get(name);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    complain();
    return [];
  }
  state.delete(name);
  return value;
}

function tellIncluder(high: PyDict, sls: string): void {
  for (const [id, body] of high) {
    if (isInternal(id) || !isDict(body)) continue;
    const includers = body.get('__sls_included_from__');
    body.set('__sls_included_from__', [...(Array.isArray(includers) ? includers : []), sls]);
  }
}

/** Adds high data to other; an id in both is an error, unless it says the same. */
function merge(high: PyDict, added: PyDict, errors: string[]): void {
  for (const list of ['__extend__', '__exclude__']) {
    const more = added.get(list);
    if (!Array.isArray(more)) continue;
    const present = high.get(list);
    high.set(list, [...(Array.isArray(present) ? present : []), ...more]);
    added.delete(list);
  }
  for (const [id, body] of added) {
    const known = high.get(id);
    if (known !== undefined && repr(known) !== repr(body)) {
      const what = `Detected conflicting IDs, SLS IDs need to be globally unique.\n    The conflicting ID is '${str(id)}'`;
      errors.push(`${what} and is found in SLS '${origin(known)}' and SLS '${origin(body)}'`);
    }
    high.set(id, body);
  }
}

function origin(body: PyValue): string {
  const [env = null, sls = null] = isDict(body) ? [body.get('__env__'), body.get('__sls__')] : [];
  return `${str(env)}:${str(sls)}`;
}

/** What two files extend in the same words is done once; each extension stands alone then. */
function leaveOutDoubleExtensions(high: PyDict): void {
  const extensions = high.get('__extend__');
  if (!Array.isArray(extensions)) return;
  const seen = new Map<string, PyDict>();
  for (const extension of extensions.filter(isDict))
    for (const [id, body] of extension) {
      const one: PyDict = new Map([[id, body]]);
      const key = repr(one);
      if (!seen.has(key)) seen.set(key, one);
    }
  high.set('__extend__', [...seen.values()]);
}
