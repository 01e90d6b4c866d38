/** What two benchmarks say about each other; shares of growth. */
export interface BenchmarkChange {
  /** Of the lower ends, the figures arithmetic uses. */
  readonly change: number;
  /** Least and greatest change both intervals allow; null on a side that is open. */
  readonly low: number | null;
  readonly high: number | null;
}

type Interval = { readonly low: number; readonly high: number | null };

/**
 * Change of what one instance carries from one benchmark to a later one. The interval is that of the quotient of two
 * intervals, so it is wider than either and never claims a difference the tests did not see.
 * Null when a lower end is not a positive number, or an upper one is below it.
 */
export function benchmarkChange(before: Interval, after: Interval): BenchmarkChange | null {
  if (!isSound(before) || !isSound(after)) {
    return null;
  }
  return {
    change: after.low / before.low - 1,
    low: before.high === null ? null : after.low / before.high - 1,
    high: after.high === null ? null : after.high / before.low - 1,
  };
}

const isSound = ({ low, high }: Interval): boolean => low > 0 && Number.isFinite(low) && (high === null || high >= low);
