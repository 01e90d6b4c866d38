/** What one look may err by. */
export interface LookRules {
  /** Windows after which it is. */
  readonly windows: number;
  /** Probability of stopping at a shift that is just tolerated. */
  readonly stopAlpha: number;
  /** Probability of permitting one that is just not. */
  readonly permitAlpha: number;
}

export const FIRST_LOOK: LookRules = { windows: 6, stopAlpha: 0.002, permitAlpha: 0.02 };

/**
 * Permitting spends its error over the looks as O'Brien and Fleming do, little at first: what three looks at 0.05 would err
 * by altogether is about 0.1, and most of it is worth more at the last look, where not permitting ends the step. At the
 * last look the choice is no longer between stopping and going on but between stopping and `inconclusive`, which both give
 * the traffic back: naming the cause needs less proof there.
 */
export const LOOK_RULES: readonly LookRules[] = [
  FIRST_LOOK,
  { windows: 10, stopAlpha: 0.002, permitAlpha: 0.04 },
  { windows: 15, stopAlpha: 0.055, permitAlpha: 0.08 },
];

/** Windows after which the default judge looks. */
export const LOOKS: readonly number[] = LOOK_RULES.map((look) => look.windows);

/** Windows before a run that are read: with fewer neither noise nor its correlation is known well enough for small shifts. */
export const PRE_RUN_WINDOWS = 135;

/** Windows before the run that its noise is taken from. */
export const FEWEST_PRE_RUN = 30;

/** Of the windows of a step, the part that must have data. */
export const FEWEST_USABLE = 2 / 3;

/** One-sided confidence of limits of counts. */
export const PERMIT_ALPHA = 0.05;

/** Shifts as ratios (1.1 = +10 %): proof of more than the first stops, proof of less than the second permits. */
export interface ShiftLimits {
  readonly stop: number;
  readonly permit: number;
}

/** Of a plan that asks for no others. */
export const USUAL_SHIFTS: ShiftLimits = { stop: 1.1, permit: 1.25 };

/** A `limit` run without a curve stops here in place of the usual shift, because latency rises with healthy load; other shifts scale it. */
export const UNKNOWN_LOAD_RATIO = 2;

/** Standard error, in logarithms, up to which a curve of earlier runs is held against a target: above it half of the permit margin would be its own. */
export const MOST_CURVE_DOUBT = 0.07;

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
