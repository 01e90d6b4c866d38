import { quantile } from '../stats/quantile';
import type { CpuPoint } from './CpuPoint';

/** Fewest hours a line may rest on: a day of them. */
export const FEWEST_HOURS = 24;

/** Least ratio of high to low hours of demand: below it the line's slope is an accident of the noise. */
export const LEAST_VARIATION = 1.5;

/** p95 over p5 of demand an instance (the middle 90 %, so that two odd hours do not pass for variation); Infinity from 0. */
export function demandVariation(points: readonly CpuPoint[]): number {
  const demand = points.map((p) => p.demand);
  const high = quantile(demand, 0.95) ?? 0;
  const low = quantile(demand, 0.05) ?? 0;
  return low > 0 ? high / low : high > 0 ? Infinity : 1;
}

/** True when these hours are enough, and differ enough, to fit a line to. */
export const canCarryLine = (points: readonly CpuPoint[]): boolean =>
  points.length >= FEWEST_HOURS && demandVariation(points) >= LEAST_VARIATION;
