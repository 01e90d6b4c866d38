import type { Profile } from '../../../../domain/catalogue/Profile';
import type { Settings, SourceSettings } from '../../../../domain/catalogue/Settings';
import type { FoundProfile } from '../../../../engine/setup/SetupView';
import type { SettingsAction } from '../draft/SettingsAction';
import { nextProfileId } from './nextProfileId';

/** What makes a found family be read with another grouping: a custom profile made from it, used in its place. */
export function regrouped(
  found: FoundProfile,
  group: readonly string[],
  source: SourceSettings,
  all: readonly FoundProfile[],
  draft: Settings
): SettingsAction[] {
  const id = found.custom
    ? found.profile.id
    : nextProfileId(`${found.profile.id}-by-${group.join('-')}`, draft.customProfiles);
  const profile: Profile = { ...found.profile, id, title: `${found.profile.title} by ${group.join(', ')}`, group };
  // Reading the family twice would show every service twice.
  const others = all
    .filter((other) => other.inUse && other.profile.id !== found.profile.id)
    .map((other) => other.profile.id);
  return [
    { type: 'profile-saved', profile },
    { type: 'source-changed', uid: source.uid, change: { profiles: [...others, id] } },
  ];
}
