import type { WindowTimes } from './Measurement';
import type { BucketSamples } from './SubjectSamples';
import { windowIncrease } from './windowIncrease';

/** Quantile of the requests that ended in a window. */
export interface BucketQuantile {
  /** Seconds; null when no request ended, Infinity above the highest finite bound. */
  readonly seconds: number | null;
  readonly requests: number;
}

/**
 * Linear inside a bucket, the first one from 0 unless it ends at or below 0, as `histogram_quantile` (which answers with
 * the highest finite bound where this says Infinity). Null when buckets are missing or there is no `+Inf` bucket.
 * @param quantile 0 to 1
 * @throws RangeError naming another quantile
 */
export function bucketQuantile(buckets: readonly BucketSamples[], times: WindowTimes, quantile: number): BucketQuantile | null {
  if (!(quantile >= 0 && quantile <= 1)) {
    throw new RangeError(`invalid quantile: ${quantile} (0 to 1 is needed)`);
  }
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
  // Nobody knows where a bucket that ends at or below 0 begins.
  const lower = counts[found - 1] ?? { le: Math.min(0, bucket.le), count: 0 };
  const inside = bucket.count - lower.count;
  return inside > 0 ? lower.le + ((bucket.le - lower.le) * (rank - lower.count)) / inside : bucket.le;
}
