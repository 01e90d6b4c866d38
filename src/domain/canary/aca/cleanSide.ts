import type { CanaryMetric } from './CanaryConfig';

/** One side without NaN (dropped, or replaced by 0) and, if asked for, without outliers; in this order. */
export function cleanSide(values: readonly number[], metric: Pick<CanaryMetric, 'nanStrategy' | 'removeOutliers' | 'outlierFactor'>): readonly number[] {
  const numbers = metric.nanStrategy === 'replace' ? values.map((v) => (Number.isNaN(v) ? 0 : v)) : values.filter((v) => !Number.isNaN(v));
  return metric.removeOutliers ? withoutOutliers(numbers, metric.outlierFactor) : numbers;
}

/** Drops what lies strictly outside of min(P1, Q1 - factor x IQR) and max(P99, Q3 + factor x IQR). */
export function withoutOutliers(values: readonly number[], factor: number): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [q1, q3] = [percentileR7(sorted, 25), percentileR7(sorted, 75)];
  const reach = factor * (q3 - q1);
  const low = Math.min(percentileR7(sorted, 1), q1 - reach);
  const high = Math.max(percentileR7(sorted, 99), q3 + reach);
  return values.filter((v) => !(v < low || v > high));
}

/** R type 7: position 1 + (n - 1) p / 100, linear between neighbours. Empty gives NaN. @param sorted ascending */
export function percentileR7(sorted: readonly number[], percent: number): number {
  const position = ((sorted.length - 1) * percent) / 100;
  const left = sorted[Math.floor(position)];
  const right = sorted[Math.ceil(position)];
  return left === undefined || right === undefined ? NaN : left === right ? left : left + (position - Math.floor(position)) * (right - left);
}
