import { binomialUpperTail } from '../stats/binomialUpperTail';
import type { CountWindow } from '../stats/overDispersion';
import { proportionLimits } from '../stats/proportionLimits';
import type { JudgeDecision } from './Judge';
import { COUNT_PERMIT_REQUESTS, COUNT_STOP_EVENTS, COUNT_STOP_P, PERMIT_ALPHA, type CountMargins } from './judgeRules';

/** A difference of two rates in points (0.01 = 1 point). */
export interface CountShift {
  readonly decision: JudgeDecision;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Probability of so many more events without a difference. */
  readonly p: number;
  readonly baseline: CountWindow;
  readonly phi: number;
}

/** What the target is held against, and how much more than independent events the difference to it varies. */
export interface CountBaseline {
  readonly counts: CountWindow;
  /** Over-dispersion, at least 1. */
  readonly phi: number;
}

/**
 * Events of the target against a baseline, with counts divided by phi (over-dispersion): conditional exact test to stop,
 * difference of Clopper-Pearson limits to permit. Of several baselines the one with the higher rate counts, so that
 * neither a noisy target nor a bad minute of the whole service is held against the target; to permit, proof against any
 * of them is enough, since one that is not worse than the lower rate is not worse than the higher.
 * @returns null without a request on either side
 */
export function judgeCounts(target: CountWindow, baselines: readonly CountBaseline[], margins: CountMargins): CountShift | null {
  const shifts = baselines.filter(({ counts }) => counts.trials > 0 && target.trials > 0).map((baseline) => shiftAgainst(target, baseline));
  const [least] = [...shifts].sort((a, b) => a.estimate - b.estimate);
  const [surest] = [...shifts].sort((a, b) => a.upper - b.upper);
  if (least === undefined || surest === undefined) {
    return null;
  }
  const p = Math.max(...shifts.map((s) => s.p));
  if (p < COUNT_STOP_P && target.events >= COUNT_STOP_EVENTS && least.estimate > margins.stop) {
    return { ...least, p, decision: 'stop' };
  }
  return target.trials >= COUNT_PERMIT_REQUESTS && surest.upper < margins.permit ? { ...surest, p, decision: 'permit' } : { ...least, p, decision: 'continue' };
}

function shiftAgainst(target: CountWindow, { counts: baseline, phi }: CountBaseline): CountShift {
  const ours = limitsOf(target, phi);
  const theirs = limitsOf(baseline, phi);
  const estimate = target.events / target.trials - baseline.events / baseline.trials;
  // MOVER: each limit as far from its rate as it is, combined as lengths at right angles.
  const upper = estimate + Math.hypot(ours.upper - target.events / target.trials, baseline.events / baseline.trials - theirs.lower);
  const lower = estimate - Math.hypot(target.events / target.trials - ours.lower, theirs.upper - baseline.events / baseline.trials);
  const p = binomialUpperTail(target.events / phi, (target.events + baseline.events) / phi, target.trials / (target.trials + baseline.trials));
  return { decision: 'continue', estimate, lower, upper, p, baseline, phi };
}

const limitsOf = ({ events, trials }: CountWindow, phi: number) => proportionLimits(events / phi, trials / phi, PERMIT_ALPHA);
