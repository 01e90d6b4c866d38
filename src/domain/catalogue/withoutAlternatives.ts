import type { BuiltInProfile } from './BuiltInProfile';
import type { Profile } from './Profile';

/** The profile itself, as settings keep it. */
export function withoutAlternatives(profile: Profile | BuiltInProfile): Profile {
  if (!('alternatives' in profile)) {
    return profile;
  }
  const { alternatives: _alternatives, ...plain } = profile;
  return plain;
}
