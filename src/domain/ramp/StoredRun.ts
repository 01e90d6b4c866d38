import type { Outcome } from './Outcome';
import type { PreflightFacts } from './preflight';
import type { Ending, Run, StepRecord } from './RampState';

/** What is kept of a finished run; the curves are read from the metrics again. Fits a record of 8 KiB. */
export interface StoredRun {
  readonly outcome: Outcome;
  readonly steps: readonly StepRecord[];
  readonly ending: Ending;
  /** Machine's time, as the ending's. */
  readonly startedAt: number;
  readonly maxShare: number;
  readonly maxRps: number;
  readonly harmed: number;
  readonly fault: Run['fault'];
  readonly rehearsal: Run['rehearsal'];
  readonly facts: Pick<PreflightFacts, 'members' | 'version' | 'spec' | 'server' | 'ttlSeconds' | 'propagationMaxMs' | 'peakTodayRps'> | null;
  readonly checks: ReadonlyArray<{ readonly title: string; readonly state: string; readonly evidence: string }>;
  readonly warnings: readonly string[];
}
