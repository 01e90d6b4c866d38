import type { WindowTimes } from './Measurement';
import type { BucketSamples } from './SubjectSamples';
import { windowIncrease } from './windowIncrease';

/** Quantile of the requests that ended in a window. */
export interface BucketQuantile {
  /** Seconds; null when no request ended, Infinity above the highest finite bound. */
  readonly seconds: number | null;
  readonly requests: number;
}

/** Linear inside a bucket, as `histogram_quantile`; null when buckets are missing or there is no `+Inf` bucket. */
export function bucketQuantile(buckets: readonly BucketSamples[], times: WindowTimes, quantile: number): BucketQuantile | null {
  const sorted = [...buckets].sort((a, b) => a.le - b.le);
  const counts: Array<{ le: number; count: number }> = [];
  for (const { le, series } of sorted) {
    const count = windowIncrease(series, times);
    if (count === null) {
      return null;
    }
    // Buckets of one scrape may be read a moment apart: never let a wider one hold less.
    counts.push({ le, count: Math.max(count, counts.at(-1)?.count ?? 0) });
  }
  const last = counts.at(-1);
  if (last?.le !== Infinity) {
    return null;
  }
  return { requests: last.count, seconds: last.count > 0 ? interpolate(counts, quantile * last.count) : null };
}

function interpolate(counts: ReadonlyArray<{ le: number; count: number }>, rank: number): number {
  const found = counts.findIndex((b) => b.count >= rank);
  const bucket = counts[found];
  if (bucket === undefined || bucket.le === Infinity) {
    return Infinity;
  }
  const lower = counts[found - 1] ?? { le: 0, count: 0 };
  const inside = bucket.count - lower.count;
  return inside > 0 ? lower.le + ((bucket.le - lower.le) * (rank - lower.count)) / inside : bucket.le;
}
