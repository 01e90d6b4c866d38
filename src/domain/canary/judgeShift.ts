import { inflation, seriesNoise, type SeriesNoise } from '../stats/seriesNoise';
import { studentTQuantile } from '../stats/studentTQuantile';
import { weightedInflation, weightedMean } from '../stats/weightedMean';
import type { JudgeDecision } from './Judge';
import type { LookRules } from './judgeRules';

/** A measured shift in logarithms, with its one-sided limits. */
export interface Shift {
  readonly decision: JudgeDecision;
  readonly estimate: number;
  /** Above the truth with probability `stopAlpha` of the look. */
  readonly lower: number;
  /** Below the truth with probability `permitAlpha` of the look. */
  readonly upper: number;
  readonly noise: SeriesNoise;
}

export interface ShiftQuestion {
  /** In logarithms: proof of more than the first stops, of less than the second permits. */
  readonly stopAbove: number;
  readonly permitBelow: number;
  readonly rules: LookRules;
  /** False compares with 0 instead of the mean before (two versions side by side). */
  readonly against: boolean;
  /** Correlation of neighbours where more than these values tells it; null = as found before the run. */
  readonly correlation: number | null;
  /** Variance of what the values were compared with. */
  readonly doubt: number;
}

/** Quantised or constant data are never known better than this. */
const LEAST_SD = 0.005;

/**
 * Non-inferiority of the mean of `run` against that of `before`; the noise (AR(1)) is that of `before` and, pooled by
 * their degrees of freedom, of `run`. Null when there is too little to tell the noise from.
 */
export function judgeShift(run: readonly number[], before: readonly number[], { stopAbove, permitBelow, rules, against, correlation, doubt }: ShiftQuestion): Shift | null {
  const noise = seriesNoise(before, correlation);
  const own = seriesNoise(run);
  if (noise === null || own === null) {
    return null;
  }
  const error = Math.hypot(shiftError(noise, pooledVariance(noise, own), run.length, against), Math.sqrt(doubt));
  const estimate = weightedMean(run, noise.correlation) - (against ? weightedMean(before, noise.correlation) : 0);
  const lower = estimate + studentTQuantile(rules.stopAlpha, noise.df) * error;
  const upper = estimate - studentTQuantile(rules.permitAlpha, noise.df) * error;
  const decision = lower > stopAbove ? 'stop' : upper < permitBelow ? 'permit' : 'continue';
  return { decision, estimate, lower, upper, noise };
}

/** Standard error of a shift over `windows` windows at the noise of the pre-run. @param variance of one window; @param against as of `ShiftQuestion` */
export const shiftError = ({ n, correlation }: SeriesNoise, variance: number, windows: number, against: boolean): number =>
  Math.sqrt(Math.max(LEAST_SD ** 2, variance) * (weightedInflation(windows, correlation) / windows + (against ? weightedInflation(n, correlation) / n : 0)));

function pooledVariance(noise: SeriesNoise, own: SeriesNoise): number {
  // The run is short: its variance is corrected by the correlation known from before.
  const shortfall = Math.max(1 / own.n, 1 - (inflation(own.n, noise.correlation) - 1) / (own.n - 1));
  const ownShortfall = Math.max(1 / own.n, 1 - (inflation(own.n, own.correlation) - 1) / (own.n - 1));
  const ownVariance = (own.sd ** 2 * ownShortfall) / shortfall;
  const ownDf = Math.max(1, ((own.n - 1) * (1 - noise.correlation ** 2)) / (1 + noise.correlation ** 2));
  return (noise.df * noise.sd ** 2 + ownDf * ownVariance) / (noise.df + ownDf);
}
