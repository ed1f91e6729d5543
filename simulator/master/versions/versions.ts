import { InputError } from '../../input/input-error.ts';
import { salt084 } from './0.8.4.ts';
import { salt3006 } from './3006.ts';
import { salt3007 } from './3007.ts';
import { salt3008 } from './3008.ts';
import type { Profile } from './profile.ts';

/** The profiles of the supported Salt lines, oldest first. */
export const PROFILES: readonly Profile[] = [salt3006, salt3007, salt3008];

/** Worlds that only documents tell of: nobody saw them. */
export const DOCUMENTED_PROFILES: readonly Profile[] = [salt084];

/** The newest line: what a simulator is unless told otherwise. */
export const DEFAULT_LINE = '3008';

/**
 * The profile for a line, `3008`, or a release, `3008.3`, or for what a document tells of, `0.8.4`.
 *
 * @throws InputError for a line that is not simulated.
 */
export function profileFor(salt: string): Profile {
  const [line] = salt.split('.');
  const profile = /^\d{4}(\.\d+)?$/.test(salt)
    ? PROFILES.find((known) => known.line === line)
    : DOCUMENTED_PROFILES.find((known) => known.line === salt);
  if (profile !== undefined) return profile;
  const lines = PROFILES.map((known) => known.line).join(', ');
  const documented = DOCUMENTED_PROFILES.map((known) => known.line).join(', ');
  throw new InputError(
    `Salt "${salt}" is not simulated. Name one of the lines ${lines}, a release of one, or ${documented}, which is as documented then.`,
  );
}
