import { authList } from '../../simulator/master/eauth/auth-list.ts';
import { allowsLocalCall } from '../../simulator/master/eauth/local-permission.ts';
import { allowsMasterCall } from '../../simulator/master/eauth/master-permission.ts';
import { loginPerms } from '../../simulator/master/eauth/perms.ts';
import { SaltError } from '../../simulator/master/salt-error.ts';
import type { Profile } from '../../simulator/master/versions/profile.ts';
import { repr } from '../../simulator/python/repr.ts';
import type { PyValue } from '../../simulator/python/value.ts';
import type { RightsCase, Verdict } from './rights-case.ts';

/** What the simulator makes of a case, on one line. */
export function simulatedVerdict(given: RightsCase, profile: Profile): Verdict {
  const { provider, name, groups, permissive } = given;
  const perms = repr(loginPerms(provider, { name, groups }));
  try {
    const rules = authList(provider, name, groups, permissive);
    const outcome = isAllowed(rules, given, profile) ? 'allowed' : 'refused';
    return { perms, rules: repr(rules), outcome };
  } catch (error) {
    if (!(error instanceof SaltError)) throw error;
    if (error.kind === 'other') return { perms, outcome: 'exception' };
    if (error.kind !== 'SaltInvocationError') throw error;
    const rules = repr(authList(provider, name, groups, permissive));
    return { perms, rules, outcome: error.kind };
  }
}

function isAllowed(
  rules: readonly PyValue[],
  { call, targets }: RightsCase,
  { looksAtRuleTargets: areLookedAt }: Profile,
): boolean {
  if (call.kind !== 'local') return allowsMasterCall(rules, call.kind, call.fun, call.kwarg);
  const minionsOf = (target: string): readonly string[] => targets.get(target) ?? [];
  return allowsLocalCall(rules, call, { minionsOf, areLookedAt });
}
