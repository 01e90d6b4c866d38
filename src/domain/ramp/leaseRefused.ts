import type { ProblemCode } from '../routing/answerSchema';
import { leaseEndOutcome } from './leaseEndOutcome';
import type { Outcome } from './Outcome';
import type { Run } from './RampState';

/** Answers which say that the lease is over, and not why. */
const UNTOLD: ReadonlySet<ProblemCode> = new Set(['lease_expired', 'run_ended', 'restoring']);

/** A call under the lease was refused for good: how the run ends as far as that answer tells. */
export const leaseRefused = (run: Run, code: ProblemCode, detail: string): { readonly run: Run; readonly outcome: Outcome } => ({
  run: { ...run, endUntold: UNTOLD.has(code) },
  outcome: leaseEndOutcome(code, detail),
});
