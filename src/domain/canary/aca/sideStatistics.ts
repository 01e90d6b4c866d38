/** Of one side after cleaning; all 0 for an empty side. */
export interface SideStatistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); 0 for one value. */
  readonly std: number;
  readonly count: number;
}

export function sideStatistics(values: readonly number[]): SideStatistics {
  const count = values.length;
  if (count === 0) {
    return { min: 0, max: 0, mean: 0, std: 0, count: 0 };
  }
  const mean = twoPassMean(values);
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  // What the mean lost to rounding, taken out again as commons-math does: values of 1e9 that differ by 1e-3 need it.
  const drift = values.reduce((sum, v) => sum + (v - mean), 0);
  const variance = count > 1 ? Math.max(0, squares - drift ** 2 / count) / (count - 1) : 0;
  const min = values.reduce((a, b) => Math.min(a, b));
  return { min, max: values.reduce((a, b) => Math.max(a, b)), mean, std: Math.sqrt(variance), count };
}

/** m = sum / n, then m + sum(x - m) / n; NaN when empty. */
export function twoPassMean(values: readonly number[]): number {
  const first = values.reduce((sum, v) => sum + v, 0) / values.length;
  return first + values.reduce((sum, v) => sum + (v - first), 0) / values.length;
}
