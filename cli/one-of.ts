import { UsageError } from './usage-error.ts';

/**
 * The value of a flag that has a few.
 *
 * @throws UsageError naming them
 */
export function oneOf<T extends string>(value: string, allowed: readonly T[], flag: string): T {
  const found = allowed.find((known) => known === value);
  if (found !== undefined) return found;
  throw new UsageError(`${flag} must be ${allowed.join(' or ')}, not "${value}".`);
}
