import type { LearntMetrics } from './profileContext';

/** Everything that was learnt of a source: which families it has, how they fit, how often it scrapes, what is recorded. */
export interface Detection extends LearntMetrics {
  /** Milliseconds, by metric. */
  readonly scrapeIntervals: ReadonlyMap<string, number>;
  /** Names of recorded series that stand in for raw ones, by profile. */
  readonly recorded: ReadonlyMap<string, ReadonlySet<string>>;
}
