import { PyException } from '../../python/exception.ts';
import { isDict, type PyValue } from '../../python/value.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';
import { meetsCondition } from './condition.ts';

/**
 * Whether the rules allow a runner or wheel function: `@runner`, `@wheel`, `@<module>`, or one of
 * these with conditions (salt-core §4.1). `.*` does not.
 *
 * @param kwarg the load's own: the arguments of a runner as `arg` and `kwarg`, or what the chunk of
 *   a wheel holds there, an empty dict where it holds nothing
 * @throws SaltError `SaltInvocationError` where `fun` is not `module.function`, if there are any
 *   rules at all; `other` where Salt's check fails (utils/minions.py spec_check, 3006.28 to 3008.3)
 */
export function allowsMasterCall(
  rules: readonly PyValue[],
  kind: 'runner' | 'wheel',
  fun: PyValue,
  kwarg: PyValue,
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
  const kinds = [`@${kind}`, `@${kind}s`];
  const isMet = (conditions: PyValue, asked: string): boolean => {
    if (!isDict(kwarg)) throw new PyException('the arguments have no get');
    const given = { args: kwarg.get('arg') ?? null, kwargs: kwarg.get('kwarg') ?? null };
    return meetsCondition(conditions, asked, given);
  };
  try {
    return rules.some((rule) => {
      if (typeof rule === 'string')
        return expectText(rule) === `@${module}` || kinds.includes(rule);
      if (!isDict(rule) || rule.size !== 1) return false;
      const [[subject, conditions]] = [...rule] as [[PyValue, PyValue]];
      const text = expectText(subject);
      if (text === `@${module}` && isMet(conditions, name)) return true;
      return kinds.includes(text) && isMet(conditions, fun);
    });
  } catch (error) {
    if (error instanceof PyException) throw new SaltError('other', UNHANDLED_LOAD);
    throw error;
  }
}

/** Salt looks at the first letter of each rule, and fails where there is none. */
function expectText(rule: PyValue): string {
  if (typeof rule !== 'string' || rule === '') throw new PyException('a rule has no first letter');
  return rule;
}
