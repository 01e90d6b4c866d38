import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { SourceSettings } from '../../domain/catalogue/Settings';

/** The detected profiles that a source is read with: those chosen, or every usable one when none is chosen. */
export const profilesInUse = (source: SourceSettings, detected: readonly DetectedProfile[]): DetectedProfile[] =>
  detected.filter(
    ({ usable, profile }) => usable && (source.profiles.length === 0 || source.profiles.includes(profile.id))
  );
