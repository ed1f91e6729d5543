import { str } from '../../python/repr.ts';
import { isDict, type PyValue } from '../../python/value.ts';
import { SaltError } from '../salt-error.ts';
import { allowsFunction, meetsCondition } from './condition.ts';

/** A call of execution functions as the permission check sees it. */
export interface LocalCall {
  /** One function, or the list of a compound call. */
  readonly fun: PyValue;
  readonly arg: PyValue;
  /** The ids that the target names. */
  readonly minions: readonly string[];
}

/** Functions that anybody who is logged in may run, since `local` itself needs them. */
const ALWAYS_ALLOWED: readonly PyValue[] = ['saltutil.find_job'];

/**
 * Whether the rules allow the call on every minion it targets.
 *
 * One allowed function authorizes a whole list of functions: Salt's own behaviour, seen on all
 * three lines (real-salt §4, row 4.1).
 *
 * @param minionsOf the ids that a compound target in a rule names
 * @throws SaltError for a list of functions that is longer than its arguments, where a rule asks for them
 */
export function allowsLocalCall(
  rules: readonly PyValue[],
  call: LocalCall,
  minionsOf: (target: string) => readonly string[],
): boolean {
  const funs = Array.isArray(call.fun) ? call.fun : [call.fun];
  const args = Array.isArray(call.fun) ? call.arg : [call.arg];
  // A function that has no name anywhere in it ends Salt's check with a TypeError, which it takes for a no.
  const nameless = funs.findIndex(
    (fun) => fun === null || (typeof fun !== 'object' && typeof fun !== 'string'),
  );
  return funs.slice(0, nameless < 0 ? undefined : nameless).some((fun, index) => {
    if (ALWAYS_ALLOWED.includes(fun)) return true;
    return rules.some((rule) => {
      if (typeof rule === 'string')
        return allNames(fun).every((name) => allowsFunction(rule, name));
      if (!isDict(rule) || rule.size !== 1) return false;
      const [[target, conditions]] = [...rule] as [[PyValue, PyValue]];
      if (typeof target !== 'string' || !coversTarget(target, call.minions, minionsOf))
        return false;
      const given = Array.isArray(args) ? args[index] : undefined;
      if (given === undefined) throw new SaltError('other', 'list index out of range');
      return allNames(fun).every((name) => meetsCondition(conditions, name, splitKwarg(given)));
    });
  });
}

/** The names in what stands for a function: Salt iterates over anything that is no text. */
function allNames(fun: PyValue): string[] {
  if (typeof fun === 'string') return [fun];
  return (Array.isArray(fun) ? fun : isDict(fun) ? [...fun.keys()] : []).map(str);
}

/** Every targeted minion must be inside the rule's target: there is no partial execution. */
function coversTarget(
  target: string,
  minions: readonly string[],
  minionsOf: (target: string) => readonly string[],
): boolean {
  if (target === '*') return true;
  if (target.startsWith('@')) return false;
  const allowed = new Set(minionsOf(target));
  return minions.every((id) => allowed.has(id));
}

/** The keyword arguments of a published call travel as a last dict marked `__kwarg__`. */
function splitKwarg(arg: PyValue | undefined): { args: PyValue[]; kwargs: PyValue | undefined } {
  const args = Array.isArray(arg) ? arg : [];
  const last = args.at(-1);
  return isDict(last) && last.has('__kwarg__')
    ? { args: args.slice(0, -1), kwargs: last }
    : { args, kwargs: undefined };
}
