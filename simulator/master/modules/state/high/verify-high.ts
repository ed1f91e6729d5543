import { repr, str } from '../../../../python/repr.ts';
import { typeName } from '../../../../python/type-name.ts';
import { isDict, type PyDict, type PyScalar, type PyValue } from '../../../../python/value.ts';
import { MinionError } from '../../minion-error.ts';
import { REQUISITE_KEYWORDS } from '../requisites/requisite-keywords.ts';
import { isInternal, statesOf } from './declarations.ts';

/** How a line looks at high data: the older ones look for circles of two, the newer at all requisites. */
export type Scrutiny = 'circles of two' | 'every requisite';

/** The requisites that the older lines look at. */
const LOOKED_AT: ReadonlySet<string> = new Set(['require', 'watch', 'prereq', 'onchanges']);

/** What is wrong with the form of high data (state.py verify_high, 3006.28 to 3008.3). */
export function verifyHigh(high: PyValue, scrutiny: Scrutiny): string[] {
  return isDict(high)
    ? new Verification(scrutiny).all(high)
    : ['High data is not a dictionary and is invalid'];
}

class Verification {
  readonly #looksAtAll: boolean;
  readonly #errors: string[] = [];
  /** By id, what it requires by which module; and the module of the id itself. */
  readonly #required = new Map<PyScalar, { module: PyScalar; by: Map<PyValue, PyScalar> }>();

  constructor(scrutiny: Scrutiny) {
    this.#looksAtAll = scrutiny === 'every requisite';
  }

  all(high: PyDict): string[] {
    for (const [id, body] of high) {
      if (typeof id !== 'string') this.#complainOfId(id, isDict(body) ? body : new Map());
      else if (isInternal(id)) continue;
      if (isDict(body))
        for (const [module, run] of statesOf(body)) this.#state(id, body, module, run);
      else
        this.#errors.push(`The type ${str(id)} in ${str(body)} is not formatted as a dictionary`);
    }
    return this.#errors;
  }

  #complainOfId(id: PyScalar, body: PyDict): void {
    const what = `ID '${str(id)}' in SLS '${slsOf(body)}' is not formed as a string, but is`;
    this.#errors.push(
      this.#looksAtAll
        ? `${what} type ${typeName(id)}. It may need to be quoted.`
        : `${what} a ${typeName(id)}. It may need to be quoted.`,
    );
  }

  #state(id: PyScalar, body: PyDict, module: PyScalar, run: PyValue): void {
    const errors = this.#errors;
    if (run === null) {
      const what = `contains a short declaration (${str(module)}) with a trailing colon`;
      const why = 'When not passing any arguments to a state, the colon must be omitted.';
      errors.push(`ID '${str(id)}' in SLS '${slsOf(body)}' ${what}. ${why}`);
    } else if (!Array.isArray(run)) {
      errors.push(`State '${str(id)}' in SLS '${slsOf(body)}' is not formed as a list`);
    } else {
      const functions = run.filter((arg) => typeof arg === 'string');
      for (const arg of run) {
        if (typeof arg === 'string') this.#functionName(arg, id, body);
        else if (isDict(arg)) this.#argument(arg, id, module, body);
      }
      const [, dotted] = str(module).split(/\.(.*)/s);
      this.#count(dotted === undefined ? functions : [dotted, ...functions], id, module, body);
    }
  }

  #functionName(name: string, id: PyScalar, body: PyDict): void {
    if (!name.trim().includes(' ')) return;
    const what = 'has whitespace, a function with whitespace is not supported';
    const why = 'perhaps this is an argument that is missing a ":"';
    this.#errors.push(
      `The function "${name}" in state "${str(id)}" in SLS "${slsOf(body)}" ${what}, ${why}`,
    );
  }

  #count(functions: readonly string[], id: PyScalar, module: PyScalar, body: PyDict): void {
    const where = `in state '${str(id)}' in SLS`;
    if (functions.length === 0) {
      if (!this.#looksAtAll && (module === 'require' || module === 'watch')) return;
      this.#errors.push(`No function declared ${where} '${slsOf(body)}'`);
    } else if (functions.length > 1) {
      const choice = `Please choose one of the following: ${functions.join(', ')}`;
      this.#errors.push(`Too many functions declared ${where} '${slsOf(body)}'. ${choice}`);
    }
  }

  #argument(arg: PyDict, id: PyScalar, module: PyScalar, body: PyDict): void {
    const [key = '', value = null] = [...arg][0] ?? [];
    const errors = this.#errors;
    if (key === 'names' && !Array.isArray(value)) {
      const where = `in state '${str(id)}' in SLS '${slsOf(body)}'`;
      errors.push(`The 'names' argument ${where} needs to be formed as a list`);
    }
    if (!(this.#looksAtAll ? REQUISITE_KEYWORDS : LOOKED_AT).has(str(key))) return;
    if (!Array.isArray(value)) {
      const where = `in state '${str(id)}' in SLS '${slsOf(body)}'`;
      errors.push(`The ${str(key)} statement ${where} needs to be formed as a list`);
    } else {
      const required = { module, by: new Map<PyValue, PyScalar>() };
      this.#required.set(id, required);
      for (const item of value) this.#requisite(item, id, body, required);
    }
    if (arg.size !== 1) {
      const where = `argument of state '${str(id)}' in SLS '${slsOf(body)}'`;
      errors.push(`Multiple dictionaries defined in ${where}`);
    }
  }

  #requisite(
    item: PyValue,
    id: PyScalar,
    body: PyDict,
    required: { module: PyScalar; by: Map<PyValue, PyScalar> },
  ): void {
    const requisite = typeof item === 'string' ? new Map([['id', item]]) : item;
    const errors = this.#errors;
    if (!isDict(requisite) || requisite.size === 0 || (this.#looksAtAll && requisite.size !== 1)) {
      const where = this.#looksAtAll ? `in state ${str(id)} in SLS` : 'in SLS';
      const what = `is not formed as a single key dictionary`;
      errors.push(`Requisite declaration ${str(requisite)} ${where} ${slsOf(body)} ${what}`);
      return;
    }
    const [kind = '', name = null] = [...requisite][0] ?? [];
    const [trimmed = '', fun] = str(kind).split('.');
    if (fun !== undefined) {
      const where = `in state '${str(id)}', in SLS '${slsOf(body)}'`;
      const hint = `Requisite types must not contain dots, did you mean '${trimmed}'?`;
      errors.push(`Invalid requisite type '${str(kind)}' ${where}. ${hint}`);
    }
    if (Array.isArray(name) || isDict(name)) {
      errors.push(
        this.#looksAtAll
          ? `Illegal requisite "${str(name)}" in SLS "${slsOf(body)}", please check your syntax.\n`
          : `Illegal requisite "${str(name)}", please check your syntax.\n`,
      );
      return;
    }
    required.by.set(name, kind);
    const other = this.#required.get(name);
    const isCircle = other?.by.get(id) === required.module && other.module === kind;
    if (isCircle && !this.#looksAtAll) {
      const which = `SLS "${slsOf(body)}" ID "${str(id)}" ID "${str(name)}"`;
      errors.push(`A recursive requisite was found, ${which}`);
    }
  }
}

/** @throws MinionError as Python raises it where high data that came from outside says no file */
function slsOf(body: PyDict): string {
  const sls = body.get('__sls__');
  if (sls === undefined) throw new MinionError('Exception', repr('__sls__'), 'KeyError');
  return str(sls);
}
