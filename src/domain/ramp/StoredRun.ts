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
  /** Null = not measured: the record was closed by somebody else. */
  readonly maxShare: number | null;
  readonly maxRps: number | null;
  readonly harmed: number | null;
  readonly fault: Run['fault'];
  readonly rehearsal: Run['rehearsal'];
  readonly facts: Pick<PreflightFacts, 'members' | 'version' | 'spec' | 'server' | 'ttlSeconds' | 'propagationMaxMs' | 'peakTodayRps'> | null;
  readonly checks: ReadonlyArray<{ readonly title: string; readonly state: string; readonly evidence: string }>;
  readonly warnings: readonly string[];
}
