import { PyException } from '../../python/exception.ts';
import { iterate } from '../../python/iterate.ts';
import { isValidPattern, pyMatchIfValid } from '../../python/regex.ts';
import { str } from '../../python/repr.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { getOr, isDict, type PyScalar, type PyValue } from '../../python/value.ts';

/** The positional and keyword arguments that a rule's conditions are held against; null where a call has none. */
export interface RuleArguments {
  readonly args: PyValue;
  readonly kwargs: PyValue;
}

/**
 * Whether a regular expression of a rule matches a function name from its start, or each of a list of names.
 *
 * What cannot be matched counts as little as if it were not there: a broken expression allows
 * nothing, but a name that is no text stands in nobody's way (utils/minions.py match_check, 3006.28 to 3008.3).
 *
 * @throws PyTypeError for names that Python cannot go through
 */
export function allowsFunction(expression: PyValue, fun: PyValue): boolean {
  const all = typeof fun === 'string' ? [fun] : iterate(fun);
  if (typeof expression !== 'string' || !isValidPattern(expression)) return false;
  const names = all.filter((name) => typeof name === 'string');
  return names.length > 0 && names.every((name) => pyMatchIfValid(expression, name));
}

/**
 * Whether one of the conditions lets the function through: a regular expression on its name, or a
 * one-key dict of such an expression and conditions on the arguments.
 *
 * @throws PyTypeError or PyException where Python fails on a condition
 */
export function meetsCondition(conditions: PyValue, fun: PyValue, given: RuleArguments): boolean {
  const list = Array.isArray(conditions) ? conditions : [conditions];
  return list.some((condition) => {
    if (typeof condition === 'string') return allowsFunction(condition, fun);
    if (!isDict(condition) || condition.size !== 1) return false;
    const [[name, rules]] = [...condition] as [[PyValue, PyValue]];
    return allowsFunction(name, fun) && meetsArgumentRules(rules, given);
  });
}

function meetsArgumentRules(rules: PyValue, given: RuleArguments): boolean {
  const list = Array.isArray(rules) ? rules : [rules];
  return list.some(
    (rule) =>
      isDict(rule) &&
      meetsArgs(getOr(rule, 'args', []), given.args) &&
      meetsKwargs(getOr(rule, 'kwargs', new Map()), given.kwargs),
  );
}

/** Each listed expression must match the argument in its place; null lets anything through, but it must be there. */
function meetsArgs(expressions: PyValue, args: PyValue): boolean {
  return iterate(expressions).every((expression, place) => {
    if (args === null || iterate(args).length <= place) return false;
    return expression === null || allowsFunction(expression, str(itemAt(args, place)));
  });
}

function meetsKwargs(expressions: PyValue, kwargs: PyValue): boolean {
  if (!isDict(expressions)) throw new PyException('the kwargs of a rule have no items');
  return [...expressions].every(([name, expression]) => {
    if (kwargs === null || !holds(kwargs, name)) return false;
    return expression === null || allowsFunction(expression, str(itemAt(kwargs, name)));
  });
}

/** Python's `name in value`. */
function holds(value: PyValue, name: PyScalar): boolean {
  if (isDict(value)) return value.has(name);
  if (Array.isArray(value)) return value.includes(name);
  if (typeof value === 'string' && typeof name === 'string') return value.includes(name);
  throw new PyTypeError('argument is not iterable');
}

/** Python's `value[key]`. */
function itemAt(value: PyValue, key: PyScalar): PyValue {
  const item = isDict(value)
    ? value.get(key)
    : typeof key === 'number'
      ? iterate(value)[key]
      : undefined;
  if (item !== undefined) return item;
  if (isDict(value) || typeof key === 'number') throw new PyException(`nothing at ${str(key)}`);
  throw new PyTypeError('indices must be integers');
}
