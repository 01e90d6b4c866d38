import { inflation, seriesNoise, type SeriesNoise } from '../stats/seriesNoise';
import { studentTQuantile } from '../stats/studentTQuantile';
import type { JudgeDecision } from './Judge';
import { PERMIT_ALPHA } from './judgeRules';

/** A measured shift in logarithms, with its one-sided limits. */
export interface Shift {
  readonly decision: JudgeDecision;
  readonly estimate: number;
  /** Above the truth with probability `stopAlpha`. */
  readonly lower: number;
  /** Below the truth with probability PERMIT_ALPHA. */
  readonly upper: number;
  readonly noise: SeriesNoise;
}

/** Quantised or constant data are never known better than this. */
const LEAST_SD = 0.005;

/**
 * Non-inferiority of the mean of `run` against that of `before`; the noise (AR(1)) is that of `before` and, pooled by
 * their degrees of freedom, of `run`.
 * @param against false compares with 0 instead of the mean before (two versions side by side)
 * @returns null when there is too little to tell the noise from
 */
export function judgeShift(run: readonly number[], before: readonly number[], stopAbove: number, permitBelow: number, stopAlpha: number, against = true): Shift | null {
  const noise = seriesNoise(before);
  const own = seriesNoise(run);
  if (noise === null || own === null) {
    return null;
  }
  const error = shiftError(noise, pooledVariance(noise, own), run.length, against);
  const estimate = own.mean - (against ? noise.mean : 0);
  const lower = estimate + studentTQuantile(stopAlpha, noise.df) * error;
  const upper = estimate - studentTQuantile(PERMIT_ALPHA, noise.df) * error;
  const decision = lower > stopAbove ? 'stop' : upper < permitBelow ? 'permit' : 'continue';
  return { decision, estimate, lower, upper, noise };
}

/** Standard error of a shift over `windows` windows at the noise of the pre-run. @param variance of one window; @param against as of `judgeShift` */
export const shiftError = ({ n, correlation }: SeriesNoise, variance: number, windows: number, against: boolean): number =>
  Math.sqrt(Math.max(LEAST_SD ** 2, variance) * (inflation(windows, correlation) / windows + (against ? inflation(n, correlation) / n : 0)));

function pooledVariance(noise: SeriesNoise, own: SeriesNoise): number {
  // The run is short: its variance is corrected by the correlation known from before.
  const shortfall = Math.max(1 / own.n, 1 - (inflation(own.n, noise.correlation) - 1) / (own.n - 1));
  const ownShortfall = Math.max(1 / own.n, 1 - (inflation(own.n, own.correlation) - 1) / (own.n - 1));
  const ownVariance = (own.sd ** 2 * ownShortfall) / shortfall;
  const ownDf = Math.max(1, ((own.n - 1) * (1 - noise.correlation ** 2)) / (1 + noise.correlation ** 2));
  return (noise.df * noise.sd ** 2 + ownDf * ownVariance) / (noise.df + ownDf);
}
