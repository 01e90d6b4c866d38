/** Windows after which the default judge looks. */
export const LOOKS: readonly number[] = [6, 10, 15];

/** Windows before the run that its noise is taken from. */
export const FEWEST_PRE_RUN = 30;

/** Of the windows of a step, the part that must have data. */
export const FEWEST_USABLE = 2 / 3;

/** Probability, at each look, of stopping at a shift that is just tolerated, and of permitting one that is just not. */
export const STOP_ALPHA = 0.002;
export const PERMIT_ALPHA = 0.05;

/**
 * At the last look the choice is no longer between stopping and going on but between stopping and `inconclusive`, which
 * both give the traffic back: naming the cause needs less proof there.
 */
export const LAST_STOP_ALPHA = 0.05;

/** As ratios: proof of more than the first stops, proof of less than the second permits. */
export const STOP_RATIO = 1.1;
export const PERMIT_RATIO = 1.25;

/** A `limit` run without a curve allows this much more, because latency rises with healthy load. */
export const UNKNOWN_LOAD_RATIO = 2;

/** Counts: what stops and what permits, for any share of requests. */
export const COUNT_STOP_P = 1e-4;
export const COUNT_STOP_EVENTS = 5;
export const COUNT_PERMIT_REQUESTS = 500;

/** Differences of shares in points (0.01 = 1 point): more than the first stops, proof of less than the second permits. */
export interface CountMargins {
  readonly stop: number;
  readonly permit: number;
}

export const ERROR_MARGINS: CountMargins = { stop: 0.01, permit: 0.015 };

/** Slow requests harm less than failed ones, and their share wanders more. */
export const TAIL_MARGINS: CountMargins = { stop: 0.02, permit: 0.03 };
