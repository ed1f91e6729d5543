import { repr, str } from '../../../../python/repr.ts';
import { traceback } from '../../../../python/traceback.ts';
import { PyTypeError } from '../../../../python/type-error.ts';
import { typeName } from '../../../../python/type-name.ts';
import { getOr, type PyDict, type PyScalar, type PyValue } from '../../../../python/value.ts';
import { lastTracebackLine } from '../../../minion/failure-text.ts';
import type { StateCall, StateFunction } from '../../../states/state-function.ts';
import { findStateFunction, parametersOf } from '../../../states/state-functions.ts';
import { MinionError } from '../../minion-error.ts';
import { INTERNAL_KEYWORDS } from '../requisites/requisite-keywords.ts';
import type { StateTraits } from '../state-site.ts';
import { checkCmd } from './check-cmd.ts';
import { conditionResult } from './conditions.ts';
import type { MinionFunctions } from './minion-functions.ts';
import type { Steps } from './steps.ts';

/** The full name of a chunk's function: `test.nop`. */
export function functionOf(low: PyDict): string {
  return `${str(low.get('state') ?? null)}.${str(low.get('fun') ?? null)}`;
}

/**
 * What is wrong with a chunk, so that it cannot be called (state.py verify_data, 3006.28 to
 * 3008.3).
 */
export function verifyData(low: PyDict): string[] {
  const errors = ['state', 'fun', 'name']
    .filter((key) => !low.has(key))
    .map((key) => `Missing "${key}" data`);
  const name = low.get('name');
  if (name === undefined) throw new MinionError('Exception', repr('name'), 'KeyError');
  const sls = low.get('__sls__');
  if (name !== null && name !== '' && typeof name !== 'string') {
    const where = sls === undefined ? '' : `in SLS '${str(sls)}' `;
    errors.push(`ID '${str(name)}' ${where}is not formed as a string, but is a ${typeName(name)}`);
  }
  if (errors.length > 0) return errors;
  const full = functionOf(low);
  const fun = findStateFunction(full);
  if (fun === undefined) {
    if (sls === undefined) return [`Specified state '${full}' was not found`];
    const reason = `Reason: '${full}' is not available.`;
    return [`State '${full}' was not found in SLS '${str(sls)}'`, reason];
  }
  return fun.parameters
    .filter((parameter) => parameter.default === undefined && !low.has(parameter.name))
    .map((parameter) => `Missing parameter ${parameter.name} for state ${full}`);
}

/** Where the function of a chunk is called. */
export interface StateFunctionSite extends Omit<StateCall, 'name' | 'given'> {
  readonly functions: MinionFunctions;
  readonly traits: StateTraits;
}

/**
 * Calls the function of a chunk that is well formed, unless its conditions keep it from that; what
 * is raised becomes its result.
 *
 * @throws MinionError where the function does not take what the chunk says: the whole run fails then
 */
export function* callState(low: PyDict, site: StateFunctionSite): Steps<PyDict> {
  const full = functionOf(low);
  const fun = findStateFunction(full);
  const name = low.get('name') ?? null;
  if (fun === undefined) throw new Error(`${full} is called although it is not known`);
  const given = argumentsOf(fun, low, full, site.traits);
  try {
    const { functions, machine } = site;
    const run = conditionResult({ low, functions, machine }) ?? fun.run({ ...site, name, given });
    const result = run instanceof Promise ? yield run : run;
    checkCmd(low, result, functions);
    return result;
  } catch (error) {
    if (!(error instanceof MinionError) && !(error instanceof PyTypeError)) throw error;
    return new Map<PyScalar, PyValue>([
      ['result', false],
      ['name', name],
      ['changes', new Map()],
      ['comment', `An exception occurred in this state: ${traceback(lastTracebackLine(error))}`],
    ]);
  }
}

function argumentsOf(
  fun: StateFunction,
  low: PyDict,
  full: string,
  { hidesByNoLog, lacksParameters }: StateTraits,
): PyDict {
  const lacking = lacksParameters[full] ?? [];
  const parameters = parametersOf(fun, lacking);
  const given: PyDict = new Map();
  for (const parameter of parameters)
    given.set(parameter.name, getOr(low, parameter.name, parameter.default ?? null));
  const further = [...low].filter(
    ([key]) =>
      !isInternal(str(key)) &&
      !(hidesByNoLog && key === 'no_log') &&
      !parameters.some(({ name }) => name === key),
  );
  if (!fun.kwargs && further.length > 0)
    throw invalid(
      further.map(([key]) => str(key)),
      full,
    );
  for (const [key, value] of further) if (!lacking.includes(str(key))) given.set(key, value);
  return given;
}

function isInternal(key: string): boolean {
  return INTERNAL_KEYWORDS.has(key) || key.startsWith('__');
}

function invalid(names: readonly string[], full: string): MinionError {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() ?? '';
  const text =
    quoted.length === 0
      ? `${last} is an invalid keyword argument for '${full}'`
      : `${quoted.join(', ')} and ${last} are invalid keyword arguments for '${full}'`;
  return new MinionError('SaltInvocationError', text);
}
