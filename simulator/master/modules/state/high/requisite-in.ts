import { str } from '../../../../python/repr.ts';
import { isDict, type PyDict, type PyScalar, type PyValue } from '../../../../python/value.ts';
import { isInternal, statesOf } from './declarations.ts';
import { findName, findSls, type Place } from './find-name.ts';
import { reconcileExtend } from './reconcile-extend.ts';

/** Requisites that are about other states: they are turned around into extensions of those. */
const TURNED = [
  'require_in',
  'watch_in',
  'onfail_in',
  'onchanges_in',
  'use',
  'use_in',
  'prereq_in',
];

/** Arguments that `use` does not hand on. */
const NOT_USED: ReadonlySet<string> = new Set([
  ...TURNED,
  'require',
  'watch',
  'prereq',
  'onfail',
  'onfail_stop',
  'onchanges',
  'name',
  'names',
]);

/**
 * Turns `require_in` and its like around: the states they name get the requisite, in place
 * (state.py requisite_in, 3006.28 to 3008.3).
 *
 * @param marksPrerequired whether both sides of a `prereq` are marked, as the older lines do it
 * @returns what they say of states that there are not
 */
export function requisiteIn(high: PyDict, marksPrerequired: boolean): string[] {
  const turning = new Turning(high, marksPrerequired);
  const turned = turning.all();
  high.set(
    '__extend__',
    [...turned].map(([id, body]) => new Map([[id, body]])),
  );
  return [...turning.errors, ...reconcileExtend(high, true)];
}

class Turning {
  readonly #high: PyDict;
  readonly #marksPrerequired: boolean;
  readonly #turned = new Map<PyScalar, PyDict>();
  readonly errors: string[] = [];

  constructor(high: PyDict, marksPrerequired: boolean) {
    this.#high = high;
    this.#marksPrerequired = marksPrerequired;
  }

  all(): Map<PyScalar, PyDict> {
    for (const [id, body] of this.#high) {
      if (!isDict(body)) continue;
      for (const [module, run] of statesOf(body)) {
        for (const arg of Array.isArray(run) ? run.filter(isDict) : []) {
          const [key = '', items = null] = [...arg][0] ?? [];
          const isTurned = TURNED.includes(str(key));
          if (isTurned || (key === 'prereq' && this.#marksPrerequired))
            this.#turn(str(key), items, [id, module], body);
        }
      }
    }
    return this.#turned;
  }

  #turn(key: string, items: PyValue, from: Place, body: PyDict): void {
    const requisite = key.split('_')[0] ?? '';
    for (const item of isDict(items) ? [items] : Array.isArray(items) ? items : []) {
      const named = isDict(item) ? item : this.#byId(item);
      const [kind = '', name = null] = named === undefined ? [] : ([...named][0] ?? []);
      if (named === undefined || named.size === 0) continue;
      const places: readonly Place[] =
        kind === 'sls'
          ? findSls(this.#high, name)
          : [[name as PyScalar, this.#trimmed(kind, requisite, name, body)]];
      for (const place of places) this.#apply(key, requisite, place, from, body);
    }
  }

  #apply(key: string, requisite: string, place: Place, from: Place, body: PyDict): void {
    const [name, module] = place;
    if (key === 'use_in')
      for (const user of findName(this.#high, name, module, true)) this.#use(user, from);
    else if (key === 'use')
      for (const used of findName(this.#high, name, module, true)) this.#use(from, used);
    else if (key === 'prereq')
      for (const first of findName(this.#high, name, module, true))
        this.#runOf(first).push(requisiteOn('prerequired', from));
    else {
      if (key === 'prereq_in' && this.#marksPrerequired)
        this.#runOf(from).push(requisiteOn('prerequired', place));
      this.#add(place, requisite, from, body);
    }
  }

  /** The user gets the arguments that it has not of its own. */
  #use(user: Place, used: Place): void {
    const own = new Set(this.#args(user).map(keyOf));
    const handedOn = this.#args(used).filter(
      (arg) => arg.size === 1 && !NOT_USED.has(keyOf(arg)) && !own.has(keyOf(arg)),
    );
    this.#runOf(user).push(...handedOn);
  }

  #args([id, module]: Place): PyDict[] {
    const body = this.#high.get(id);
    const run = isDict(body) ? body.get(module) : undefined;
    return Array.isArray(run) ? run.filter(isDict) : [];
  }

  #add(place: Place, requisite: string, [id, module]: Place, body: PyDict): void {
    const run = this.#runOf(place);
    for (const origin of ['__env__', '__sls__'])
      this.#turned.get(place[0])?.set(origin, body.get(origin) ?? null);
    const known = run.filter(isDict).find((arg) => keyOf(arg) === requisite);
    const list = known?.get(requisite);
    if (Array.isArray(list)) list.push(new Map([[module, id]]));
    else run.push(requisiteOn(requisite, [id, module]));
  }

  #runOf([id, module]: Place): PyValue[] {
    const body: PyDict = this.#turned.get(id) ?? new Map();
    this.#turned.set(id, body);
    const run = body.get(module);
    if (Array.isArray(run)) return run;
    const made: PyValue[] = [];
    body.set(module, made);
    return made;
  }

  /** What a bare id, or a bare name, means: the first state of it. */
  #byId(item: PyValue): PyDict | undefined {
    const body = this.#high.get(item as PyScalar);
    const [first] = isDict(body) ? statesOf(body) : [];
    if (first !== undefined) return new Map([[first[0], item]]);
    for (const [id, other] of this.#high) {
      if (isInternal(id) || !isDict(other)) continue;
      for (const [module] of statesOf(other))
        if (this.#args([id, module]).some((arg) => arg.get('name') === item))
          return new Map([[module, id]]);
    }
    return undefined;
  }

  #trimmed(kind: PyScalar, requisite: string, name: PyValue, body: PyDict): PyScalar {
    const [module = '', fun] = str(kind).split('.');
    if (fun === undefined) return kind;
    const where = `for ${str(name)}, in SLS '${str(body.get('__sls__') ?? null)}'`;
    this.errors.push(
      `Invalid requisite in ${requisite}: ${str(kind)} ${where}. Requisites must not contain dots, did you mean '${module}'?`,
    );
    return module;
  }
}

function requisiteOn(requisite: string, [id, module]: Place): PyDict {
  return new Map([[requisite, [new Map([[module, id]])]]]);
}

function keyOf(arg: PyDict): string {
  return str([...arg.keys()][0] ?? '');
}
