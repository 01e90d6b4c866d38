import type { LearntMetrics } from '../sources/profileContext';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';

/** What was learnt of a source before any service is asked about. */
export interface SourceDetection extends LearntMetrics {
  /** Names of our recorded series among them. */
  readonly recorded: ReadonlySet<string>;
  readonly profiles: readonly DetectedProfile[];
}
