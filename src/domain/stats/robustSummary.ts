import { finiteValues } from './finiteValues';
import { median } from './median';
import { medianAbsoluteDeviation } from './medianAbsoluteDeviation';

/** 1 / normalQuantile(3/4): makes the MAD of normal data estimate their standard deviation. */
export const MAD_TO_SIGMA = 1.482602218505602;

/** Middle and spread that a few wild values cannot move. */
export interface RobustSummary {
  readonly n: number;
  /** Values left out because they were not finite. */
  readonly dropped: number;
  readonly median: number;
  /** 1.4826 x MAD; 0 when more than half of the values are equal. */
  readonly sigma: number;
}

/** @returns null when no finite value is left */
export function robustSummary(values: ArrayLike<number>): RobustSummary | null {
  const { values: kept, dropped } = finiteValues(values);
  const middle = median(kept);
  const mad = medianAbsoluteDeviation(kept);
  if (middle === null || mad === null) {
    return null;
  }
  return { n: kept.length, dropped, median: middle, sigma: mad * MAD_TO_SIGMA };
}
