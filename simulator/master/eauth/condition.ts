import { pyMatchIfValid } from '../../python/regex.ts';
import { str } from '../../python/repr.ts';
import { isDict, type PyValue } from '../../python/value.ts';

/** The positional and keyword arguments that a rule's conditions are held against. */
export interface RuleArguments {
  readonly args: readonly PyValue[] | undefined;
  readonly kwargs: PyValue | undefined;
}

/** Whether a regular expression of a rule matches a function name from its start; a broken one never does. */
export function allowsFunction(expression: PyValue, fun: PyValue): boolean {
  return (
    typeof expression === 'string' && typeof fun === 'string' && pyMatchIfValid(expression, fun)
  );
}

/**
 * Whether one of the conditions lets the function through: a regular expression on its name, or a
 * one-key dict of such an expression and conditions on the arguments.
 */
export function meetsCondition(conditions: PyValue, fun: string, given: RuleArguments): boolean {
  const list = Array.isArray(conditions) ? conditions : [conditions];
  return list.some((condition) => {
    if (!isDict(condition)) return allowsFunction(condition, fun);
    if (condition.size !== 1) return false;
    const [[name, rules]] = [...condition] as [[PyValue, PyValue]];
    return allowsFunction(name, fun) && meetsArgumentRules(rules, given);
  });
}

function meetsArgumentRules(rules: PyValue, given: RuleArguments): boolean {
  const list = Array.isArray(rules) ? rules : [rules];
  return list.some(
    (rule) =>
      isDict(rule) && meetsArgs(rule.get('args'), given) && meetsKwargs(rule.get('kwargs'), given),
  );
}

/** Each listed expression must match the argument in its place; null lets anything through, but it must be there. */
function meetsArgs(rule: PyValue | undefined, { args }: RuleArguments): boolean {
  if (!Array.isArray(rule)) return true;
  return rule.every((expression, place) => {
    const value = args?.[place];
    if (value === undefined) return false;
    return expression === null || allowsFunction(expression, str(value));
  });
}

function meetsKwargs(rule: PyValue | undefined, { kwargs }: RuleArguments): boolean {
  if (!isDict(rule ?? null) || !(rule instanceof Map)) return true;
  return [...rule].every(([name, expression]) => {
    const value = isDict(kwargs) ? kwargs.get(name) : undefined;
    if (value === undefined) return false;
    return expression === null || allowsFunction(expression, str(value));
  });
}
