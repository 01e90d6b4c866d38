import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { QuestionContext } from '../../domain/promql/QuestionContext';

/** One profile of one data source, ready to be asked. */
export interface SourceContext {
  readonly sourceUid: string;
  readonly sourceName: string;
  readonly detected: DetectedProfile;
  readonly context: QuestionContext;
}

/** Name of a context within a page: source and profile. */
export const contextId = (c: SourceContext): string => JSON.stringify([c.sourceUid, c.context.profile.id]);
