import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';

/** What was learnt of a source before any service is asked about. */
export interface SourceDetection {
  /** Names of metrics that were found. */
  readonly metrics: ReadonlySet<string>;
  /** Names of our recorded series among them. */
  readonly recorded: ReadonlySet<string>;
  readonly profiles: readonly DetectedProfile[];
}
