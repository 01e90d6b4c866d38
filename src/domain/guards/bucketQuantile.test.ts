import { bucketQuantile } from './bucketQuantile';
import type { BucketSamples } from './SubjectSamples';

/** Buckets that grew by these cumulative counts in one window. */
const grew = (...counts: ReadonlyArray<readonly [le: number, count: number]>): readonly BucketSamples[] =>
  counts.map(([le, count]) => ({ le, series: [[{ at: 0, value: 5 }, { at: 10_000, value: 5 + count }]] }));
const TIMES = [0, 10_000];

// Reference: Prometheus, promql/quantile.go (bucketQuantile).
describe('bucketQuantile', () => {
  it.each<[string, readonly BucketSamples[], number, number]>([
    ['inside a bucket', grew([0.1, 50], [0.5, 90], [1, 100], [Infinity, 100]), 0.7, 0.3],
    ['at a bound', grew([0.1, 50], [0.5, 90], [1, 100], [Infinity, 100]), 0.9, 0.5],
    ['in the first bucket, from 0', grew([0.1, 50], [0.5, 90], [Infinity, 100]), 0.25, 0.05],
    ['above an empty bucket', grew([0.1, 50], [0.5, 50], [1, 100], [Infinity, 100]), 0.75, 0.75],
    ['the first bucket ends at 0: its bound', grew([0, 50], [1, 100], [Infinity, 100]), 0.25, 0],
    ['the first bucket ends below 0: its bound', grew([-2, 50], [-1, 100], [Infinity, 100]), 0.25, -2],
    ['between negative bounds', grew([-2, 50], [-1, 100], [Infinity, 100]), 0.75, -1.5],
    ['the smallest', grew([0.1, 50], [Infinity, 100]), 0, 0],
    ['the greatest', grew([0.1, 50], [0.5, 100], [Infinity, 100]), 1, 0.5],
    ['buckets in any order', grew([Infinity, 100], [0.5, 90], [0.1, 50]), 0.7, 0.3],
    ['a wider bucket read a moment earlier', grew([0.1, 50], [0.5, 40], [1, 100], [Infinity, 100]), 0.75, 0.75],
  ])('%s', (_, buckets, q, seconds) => expect(bucketQuantile(buckets, TIMES, q)?.seconds).toBeCloseTo(seconds, 12));

  it('is Infinity above the highest finite bound, where Prometheus says that bound', () => {
    expect(bucketQuantile(grew([0.1, 50], [Infinity, 100]), TIMES, 0.99)).toEqual({ seconds: Infinity, requests: 100 });
  });

  it('is unknown without a request, and missing without a bucket, its samples or +Inf', () => {
    expect(bucketQuantile(grew([0.1, 0], [Infinity, 0]), TIMES, 0.5)).toEqual({ seconds: null, requests: 0 });
    expect(bucketQuantile([], TIMES, 0.5)).toBeNull();
    expect(bucketQuantile(grew([0.1, 5], [1, 9]), TIMES, 0.5)).toBeNull();
    expect(bucketQuantile([...grew([Infinity, 9]), { le: 0.1, series: [] }], TIMES, 0.5)).toBeNull();
  });

  it.each([-0.1, 1.1, NaN])('refuses quantile %p by name', (q) => expect(() => bucketQuantile(grew([Infinity, 1]), TIMES, q)).toThrow(`invalid quantile: ${q}`));
});
