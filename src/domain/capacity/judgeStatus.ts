import type { Severity, Status, StatusKind } from './Judgement';

/** One thing that speaks for a status. */
export interface Verdict {
  readonly kind: StatusKind;
  readonly severity: Severity;
  readonly reason: string;
  /** Greater outranks. */
  readonly rank: number;
}

/** Ranks of verdicts, worst first: a figure that is not fresh comes before what it says. */
export const RANK = {
  stale: 7,
  short: 6,
  unbalancedFails: 5,
  unknown: 4,
  unbalanced: 3,
  idle: 2,
  ok: 1,
} as const;

/**
 * The worst verdict with every reason, worst first, then notes.
 * @param verdicts at least one
 * @throws RangeError when there is none
 */
export function judgeStatus(verdicts: readonly Verdict[], notes: readonly string[]): Status {
  const ordered = [...verdicts].sort((a, b) => b.rank - a.rank);
  const worst = ordered[0];
  if (!worst) {
    throw new RangeError('a status needs at least one verdict');
  }
  return {
    kind: worst.kind,
    severity: worst.severity,
    reasons: [...new Set([...ordered.map((v) => v.reason), ...notes])],
  };
}
