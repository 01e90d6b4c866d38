import type { RawSeries } from './RawSample';

/** Whose samples these are. A dependency is named in the plan. */
export type SubjectRole = 'target' | 'peer' | 'dependency';

/** Cumulative bucket counters of one upper bound; several series are summed. */
export interface BucketSamples {
  /** Upper bound in seconds; Infinity for the last. */
  readonly le: number;
  readonly series: readonly RawSeries[];
}

/** Everything sampled of one instance or dependency in one ask. The keys of `series` are the signal names that guards use. */
export interface SubjectSamples {
  readonly subject: string;
  readonly role: SubjectRole;
  /** Several series of one signal (one a path, one a status) are differenced apart and summed. */
  readonly series: Readonly<Record<string, readonly RawSeries[]>>;
  readonly buckets: readonly BucketSamples[];
}
