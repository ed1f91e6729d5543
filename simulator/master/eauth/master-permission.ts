import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { SaltError } from '../salt-error.ts';
import { meetsCondition } from './condition.ts';

/**
 * Whether the rules allow a runner or wheel function: `@runner`, `@wheel`, `@<module>`, or one of
 * these with conditions (salt-core §4.1). `.*` does not.
 *
 * @throws SaltError `SaltInvocationError` where `fun` is not `module.function`, if there are any rules at all.
 */
export function allowsMasterCall(
  rules: readonly PyValue[],
  kind: 'runner' | 'wheel',
  fun: PyValue,
  kwarg: PyDict | undefined,
): boolean {
  if (rules.length === 0) return false;
  if (typeof fun !== 'string') throw new SaltError('other', 'a function name must be a string');
  const [module, name, ...rest] = fun.split('.');
  if (module === undefined || name === undefined || rest.length > 0) {
    throw new SaltError(
      'SaltInvocationError',
      'A command invocation error occurred: Check syntax.',
    );
  }
  const arg = kwarg?.get('arg');
  const given = { args: Array.isArray(arg) ? arg : undefined, kwargs: kwarg?.get('kwarg') };
  const kinds = [`@${kind}`, `@${kind}s`];
  return rules.some((rule) => {
    if (typeof rule === 'string') return rule === `@${module}` || kinds.includes(rule);
    if (!isDict(rule) || rule.size !== 1) return false;
    const [[subject, conditions]] = [...rule] as [[PyValue, PyValue]];
    if (typeof subject !== 'string') return false;
    if (subject === `@${module}` && meetsCondition(conditions, name, given)) return true;
    return kinds.includes(subject) && meetsCondition(conditions, fun, given);
  });
}
