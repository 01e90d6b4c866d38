import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { SourceSettings } from '../../domain/catalogue/Settings';

/**
 * The detected profiles that a source is read with: those chosen, or every usable one when none is chosen. A router
 * counts the requests that services count themselves, so it is left out by itself where services do.
 */
export function profilesInUse(source: SourceSettings, detected: readonly DetectedProfile[]): readonly DetectedProfile[] {
  const usable = detected.filter((d) => d.usable);
  if (source.profiles.length > 0) {
    return usable.filter(({ profile }) => source.profiles.includes(profile.id));
  }
  const own = usable.filter(({ profile }) => profile.seenFrom !== 'router');
  return own.length > 0 ? own : usable;
}
