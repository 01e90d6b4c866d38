// Kayenta's stand-alone endpoint judges a growing (or sliding) window again and again.

const MINUTE = 60_000;

export interface JudgementPlan {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Given explicitly, the warm-up does not move the windows' ends. */
  readonly explicitEnd: boolean;
  readonly lifetimeMinutes: number;
  /** Missing, 0 or above the lifetime = the lifetime. */
  readonly intervalMinutes: number | null;
  readonly warmUpMinutes: number;
  /** 0 = growing window. */
  readonly lookbackMinutes: number;
  readonly controlOffsetMinutes: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export function judgementWindows(plan: JudgementPlan): ReadonlyArray<{ readonly experiment: Span; readonly control: Span }> {
  const asked = plan.intervalMinutes ?? 0;
  const interval = asked > 0 && asked <= plan.lifetimeMinutes ? asked : plan.lifetimeMinutes;
  const count = interval > 0 ? Math.floor(plan.lifetimeMinutes / interval) : 0;
  const warmUp = plan.explicitEnd ? 0 : plan.warmUpMinutes * MINUTE;
  return Array.from({ length: count }, (_, i) => {
    const to = plan.start + (i + 1) * interval * MINUTE + warmUp;
    const from = plan.lookbackMinutes > 0 ? to - plan.lookbackMinutes * MINUTE : plan.start + warmUp;
    const offset = plan.controlOffsetMinutes * MINUTE;
    return { experiment: { from, to }, control: { from: from - offset, to: to - offset } };
  });
}

/** After one of them: a score at or under marginal ends the run (although the label of a score equal to it is Marginal). */
export const failsEarly = (score: number, marginal: number | null): boolean => marginal !== null && score <= marginal;

/** Only the last score counts at the end; missing thresholds pass. */
export const passesAtEnd = (score: number, pass: number | null, marginal: number | null): boolean =>
  !failsEarly(score, marginal) && (pass === null || score >= pass);

const FEW_POINTS = 50;

/** Attached by the original when a control side is short. */
export const fewPointsWarning = (name: string, controlPoints: number): string | null =>
  controlPoints < FEW_POINTS ? `${name} has ${controlPoints} control points; ${FEW_POINTS} or more are advised` : null;
