import { isExempt } from '../policies/exempt-minions.ts';
import { placeKey, type Place } from '../policies/policy.ts';
import { systemOf } from '../policies/system-of.ts';
import type { Raas } from '../raas.ts';
import type { Check, ComplianceState } from './check.ts';
import type { CheckResult, SecExemption, SecPolicy } from './sec.ts';

const COMMENTS: Readonly<Record<ComplianceState, string>> = {
  compliant: 'The minion is as it should be.',
  noncompliant: 'The minion is not as it should be.',
  error: 'The check could not be made.',
  notapplicable: 'The check is not for this minion.',
  unknown: 'The check tells nothing of this minion.',
};

/** What a check finds on a minion; the same each time with the same seed, until it is remediated. */
export function assess(raas: Raas, check: Check, place: Place): CheckResult {
  const state = stateOf(raas, check, place);
  const duration = drawn(raas, 'duration', check, place, 4000) / 100;
  return { check, place, state, comment: COMMENTS[state], changes: '', duration };
}

/** Puts right what a check finds on a minion, unless it is exempt. */
export function remediate(raas: Raas, policy: SecPolicy, check: Check, place: Place): CheckResult {
  const found = assess(raas, check, place);
  if (found.state !== 'noncompliant' || exemptionOf(policy, check, place) !== undefined)
    return found;
  raas.sec.remediated.add(placeKey(check.uuid, place));
  const changes = `${check.name}: noncompliant -> compliant`;
  return { ...found, state: 'compliant', comment: COMMENTS.compliant, changes };
}

/** Why a policy does not ask a check of a minion; undefined where it does. */
export function exemptionOf(
  { exemptions }: SecPolicy,
  { uuid }: Check,
  place: Place,
): SecExemption | undefined {
  return [...exemptions.values()].find(
    (exemption) => exemption.check_uuid === uuid && isExempt(exemption, place),
  );
}

/** The share of each state among minions that nobody has remediated, in percent. */
const SHARES: readonly (readonly [below: number, state: ComplianceState])[] = [
  [55, 'compliant'],
  [93, 'noncompliant'],
  [97, 'error'],
];

function stateOf(raas: Raas, check: Check, place: Place): ComplianceState {
  const { kernel } = systemOf(place.minion);
  if (check.kernel !== null && check.kernel !== kernel) return 'notapplicable';
  if (raas.sec.remediated.has(placeKey(check.uuid, place))) return 'compliant';
  const draw = drawn(raas, 'state', check, place, 100);
  return SHARES.find(([below]) => draw < below)?.[1] ?? 'unknown';
}

/** A number that depends on the seed, the check and the minion alone. */
function drawn(raas: Raas, what: string, { name }: Check, place: Place, below: number): number {
  return raas.random.named(placeKey(`${what} ${name}`, place)).below(below);
}
