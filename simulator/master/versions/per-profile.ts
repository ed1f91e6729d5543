import type { Profile } from './profile.ts';

/** A pure function of a profile that remembers what it gave, for as long as the profile is there. */
export function perProfile<Result extends object>(
  compute: (profile: Profile) => Result,
): (profile: Profile) => Result {
  const kept = new WeakMap<Profile, Result>();
  return (profile) => {
    const known = kept.get(profile) ?? compute(profile);
    kept.set(profile, known);
    return known;
  };
}
