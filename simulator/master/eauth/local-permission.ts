import { PyException } from '../../python/exception.ts';
import { iterate } from '../../python/iterate.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { isDict, isTruthy, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';
import { allowsFunction, meetsCondition, type RuleArguments } from './condition.ts';

/** A call of execution functions as the permission check sees it. */
export interface LocalCall {
  /** One function, or the list of a compound call. */
  readonly fun: PyValue;
  readonly arg: PyValue;
  /** The ids that the target names. */
  readonly minions: readonly string[];
}

/** How a master reads the targets in rules. */
export function ruleTargets(master: Master): RuleTargets {
  return {
    minionsOf: (target) => master.minionsOf(target, 'compound'),
    areLookedAt: master.profile.looksAtRuleTargets,
  };
}

/** Functions that anybody who is logged in may run, since `local` itself needs them. */
const ALWAYS_ALLOWED: readonly PyValue[] = ['saltutil.find_job'];

/** How the targets in rules are read. */
export interface RuleTargets {
  /** The ids that a compound target names. */
  minionsOf(target: string): readonly string[];
  /** Whether `@...` covers nobody and what is no text fails, or both are targets that name no minion. */
  readonly areLookedAt: boolean;
}

/**
 * Whether the rules allow the call on every minion it targets.
 *
 * One allowed function authorizes a whole list of functions: Salt's own behaviour, seen on all
 * three lines (real-salt §4, row 4.1). A TypeError on the way is a no, any other failure of Python
 * an error of the master (utils/minions.py auth_check, 3006.28 to 3008.3).
 *
 * @param targets how the line reads the targets in rules
 * @throws SaltError where Salt's check fails: a list of functions that is longer than its arguments,
 *   a rule for a target that is no text, a condition it cannot read
 */
export function allowsLocalCall(
  rules: readonly PyValue[],
  call: LocalCall,
  targets: RuleTargets,
): boolean {
  const funs = Array.isArray(call.fun) ? call.fun : [call.fun];
  const args = Array.isArray(call.fun) ? call.arg : [call.arg];
  try {
    return funs.some(
      (fun, place) =>
        ALWAYS_ALLOWED.includes(fun) ||
        rules.some((rule) => {
          if (typeof rule === 'string') return allowsFunction(rule, fun);
          if (!isDict(rule) || rule.size !== 1) return false;
          const [[target, conditions]] = [...rule] as [[PyValue, PyValue]];
          return (
            coversTarget(target, call.minions, targets) &&
            meetsCondition(conditions, fun, splitKwarg(argumentsAt(args, place)))
          );
        }),
    );
  } catch (error) {
    if (error instanceof PyTypeError) return false;
    if (error instanceof PyException) throw new SaltError('other', UNHANDLED_LOAD);
    throw error;
  }
}

/** Every targeted minion must be inside the rule's target: there is no partial execution. */
function coversTarget(target: PyValue, minions: readonly string[], targets: RuleTargets): boolean {
  if (target === '*') return true;
  if (typeof target !== 'string') {
    if (targets.areLookedAt) throw new PyException('a target has no startswith');
    return minions.length === 0;
  }
  if (targets.areLookedAt && target.startsWith('@')) return false;
  const allowed = new Set(targets.minionsOf(target));
  return minions.every((id) => allowed.has(id));
}

/** The arguments of one function of a list, Python's `args[place]`. */
function argumentsAt(args: PyValue, place: number): PyValue {
  const found = isDict(args) ? args.get(place) : iterate(args)[place];
  if (found === undefined) throw new PyException('list index out of range');
  return found;
}

/** The keyword arguments of a published call travel as a last dict marked `__kwarg__`. */
function splitKwarg(args: PyValue): RuleArguments {
  if (!isTruthy(args)) return { args, kwargs: null };
  if (isDict(args) && !args.has(-1)) throw new PyException('nothing at -1');
  const last = isDict(args) ? args.get(-1) : iterate(args).at(-1);
  return isDict(last) && last.has('__kwarg__')
    ? { args: iterate(args).slice(0, -1), kwargs: last }
    : { args, kwargs: null };
}
