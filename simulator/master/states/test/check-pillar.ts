import { str } from '../../../python/repr.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { isDict, isTruthy, PyFloat, type PyDict, type PyValue } from '../../../python/value.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import { stateResult, type StateCall } from '../state-function.ts';

interface Check {
  readonly option: string;
  /** The type as a comment shows it; there is none where the key need only be there. */
  readonly type?: string;
  readonly holds: (value: PyValue) => boolean;
}

/** Python counts a boolean as an integer. */
const CHECKS: readonly Check[] = [
  { option: 'present', holds: () => true },
  { option: 'boolean', type: "<class 'bool'>", holds: (value) => typeof value === 'boolean' },
  { option: 'integer', type: "<class 'int'>", holds: isInteger },
  { option: 'string', type: "(<class 'str'>,)", holds: (value) => typeof value === 'string' },
  { option: 'listing', type: "<class 'list'>", holds: Array.isArray },
  { option: 'dictionary', type: "<class 'dict'>", holds: isDict },
];

/**
 * `test.check_pillar`: whether pillar values are there and of the types named; undefined where it is
 * asked for nothing.
 */
export function checkPillar(call: StateCall): PyDict | undefined {
  if (!CHECKS.some(({ option }) => isTruthy(call.given.get(option)))) return undefined;
  const failed = new Map<string, string>();
  const fine = new Map<string, string>();
  for (const { option, type, holds } of CHECKS) {
    for (const key of keysOf(call.given.get(option) ?? null)) {
      const value = traverse(call.pillar, key.split(':')) ?? null;
      if (value === null) failed.set(key, 'is missing.');
      else if (!holds(value)) failed.set(key, `is not ${type}.`);
      else if (isTruthy(call.given.get('verbose'))) fine.set(key, type ?? 'None');
    }
  }
  const complaints = [...failed].map(([key, what]) => `Pillar key "${key}" ${what}\n`);
  const praise = [...fine].map(([key, type]) => `- ${key} (${type})\n`);
  if (praise.length > 0) praise.unshift('Those keys passed the check:\n');
  return stateResult(call.name, failed.size === 0, [...complaints, ...praise].join(''));
}

function isInteger(value: PyValue): boolean {
  if (typeof value === 'boolean' || typeof value === 'bigint') return true;
  return !(value instanceof PyFloat) && Number.isInteger(value);
}

/** @throws PyTypeError without a text, as Salt raises it for what is neither a text nor a list */
function keysOf(listing: PyValue): string[] {
  if (!isTruthy(listing)) return [];
  if (typeof listing === 'string') return [listing];
  if (Array.isArray(listing)) return listing.map(str);
  throw new PyTypeError('');
}
