import { chooseResource } from '../../domain/catalogue/chooseResource';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { LabelFacts } from '../../domain/catalogue/LabelFacts';
import type { SourceSettings } from '../../domain/catalogue/Settings';
import type { QuestionContext } from '../../domain/promql/QuestionContext';

/** What was learnt of a source by asking for its metric names and their labels. */
export interface LearntMetrics {
  readonly metrics: ReadonlySet<string>;
  /** Labels of the families that were asked about, by metric. */
  readonly facts: ReadonlyMap<string, LabelFacts>;
}

/** Everything `questionFor` needs to know of a detected profile, reading raw series. */
export const profileContext = (
  source: SourceSettings,
  { profile }: DetectedProfile,
  { metrics, facts }: LearntMetrics,
  scrapeInterval: number
): QuestionContext => ({
  profile,
  resource: chooseResource(profile, metrics, facts, source.resources),
  scope: source.scope,
  scrapeInterval,
  metrics,
  recorded: new Set(),
});
