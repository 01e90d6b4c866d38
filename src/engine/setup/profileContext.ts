import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { ResourceProfile } from '../../domain/catalogue/Profile';
import { resourceProfiles } from '../../domain/catalogue/resourceProfiles';
import type { SourceSettings } from '../../domain/catalogue/Settings';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import type { SourceDetection } from './SourceDetection';

/** Everything `questionFor` needs to know of a detected profile; recorded series are used where they are. */
export const profileContext = (
  source: SourceSettings,
  detected: DetectedProfile,
  { metrics, recorded }: SourceDetection,
  scrapeInterval: number
): QuestionContext => ({
  profile: detected.profile,
  resource: resourceOf(source.resources, detected),
  scope: source.scope,
  scrapeInterval,
  metrics,
  recorded,
});

function resourceOf(choice: SourceSettings['resources'], detected: DetectedProfile): ResourceProfile | null {
  return choice === 'auto' ? detected.resource : (resourceProfiles.find(({ id }) => id === choice) ?? null);
}
