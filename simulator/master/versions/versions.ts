import { InputError } from '../../input/input-error.ts';
import { salt3006 } from './3006.ts';
import { salt3007 } from './3007.ts';
import { salt3008 } from './3008.ts';
import type { Profile } from './profile.ts';

/** The profiles of the supported Salt lines, oldest first. */
export const PROFILES: readonly Profile[] = [salt3006, salt3007, salt3008];

/** The newest line: what a simulator is unless told otherwise. */
export const DEFAULT_LINE = '3008';

/**
 * The profile for a line, `3008`, or a release, `3008.3`.
 *
 * @throws InputError for a line that is not simulated.
 */
export function profileFor(salt: string): Profile {
  const [line] = salt.split('.');
  const profile = /^\d{4}(\.\d+)?$/.test(salt)
    ? PROFILES.find((known) => known.line === line)
    : undefined;
  if (profile !== undefined) return profile;
  const lines = PROFILES.map((known) => known.line).join(', ');
  throw new InputError(
    `Salt "${salt}" is not simulated. Name one of the lines ${lines}, or a release of one.`,
  );
}
