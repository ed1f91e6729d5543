import { isDict, type PyValue } from '../../python/value.ts';
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
 */
export function allowsLocalCall(
  rules: readonly PyValue[],
  call: LocalCall,
  minionsOf: (target: string) => readonly string[],
): boolean {
  const funs = Array.isArray(call.fun) ? call.fun : [call.fun];
  const args = Array.isArray(call.fun) ? call.arg : [call.arg];
  return funs.some((fun, index) => {
    if (ALWAYS_ALLOWED.includes(fun)) return true;
    return rules.some((rule) => {
      if (typeof rule === 'string') return allowsFunction(rule, fun);
      if (!isDict(rule) || rule.size !== 1) return false;
      const [[target, conditions]] = [...rule] as [[PyValue, PyValue]];
      if (typeof target !== 'string' || !coversTarget(target, call.minions, minionsOf))
        return false;
      const given = Array.isArray(args) ? args[index] : undefined;
      return typeof fun === 'string' && meetsCondition(conditions, fun, splitKwarg(given));
    });
  });
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
