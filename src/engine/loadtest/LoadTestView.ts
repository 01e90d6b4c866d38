import type { GuardReading } from '../../domain/ramp/Observation';
import type { Outcome } from '../../domain/ramp/Outcome';
import type { RampPhase, StepRecord } from '../../domain/ramp/RampState';
import type { LeaseView } from './LeaseView';

/** One person-readable line of a run; `at` is the keeper's clock, epoch milliseconds. */
export interface RunLine {
  readonly at: number;
  readonly text: string;
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
}

/** `abandoned` = open in the log, and nobody can be driving it any more; `unknown` = the contract or the log does not tell just now. */
export type ViewPhase = RampPhase | 'abandoned' | 'unknown';

/** A run as a page or panel draws it: plain data, nothing to subscribe to. Shares are fractions 0 to 1, demand requests/s, times milliseconds. */
export interface LoadTestView {
  readonly runId: string;
  readonly service: string;
  readonly pool: string;
  readonly target: string;
  readonly by: string;
  readonly reason: string;
  /** `driver` holds the token; `watcher` sees and may stop. */
  readonly role: 'driver' | 'watcher';
  readonly simulated: boolean;
  readonly phase: ViewPhase;
  /** State in words: "Judging step 3: 25 % of traffic, 412 requests/s". */
  readonly headline: string;
  readonly startedAt: number | null;
  readonly now: number;
  readonly share: {
    readonly commanded: number | null;
    readonly reported: number | null;
    readonly measured: number | null;
    readonly fair: number | null;
    /** Whether they agree, or why that is not known. */
    readonly words: string;
  };
  readonly demand: { readonly target: number | null; readonly peersMean: number | null; readonly worstPeer: number | null; readonly pool: number | null; readonly timesFair: number | null };
  readonly guards: ReadonlyArray<Omit<GuardReading, 'crossed'> & { /** Part of the limit that is used, 0 to 1 and above; null = unknown. */ readonly used: number | null }>;
  /** How many guards stand, and which cannot; null before preflight. Absent in views of elsewhere. */
  readonly guardsNote?: string | null;
  readonly verdicts: ReadonlyArray<{ readonly step: number; readonly kind: string; readonly reasons: readonly string[] }>;
  readonly steps: readonly StepRecord[];
  /** Level being tried, null between levels. */
  readonly level: { readonly index: number; readonly purpose: string; readonly share: number; readonly wantedRps: number; readonly heldMs: number } | null;
  readonly search: { readonly carriedRps: number | null; readonly failedRps: number | null } | null;
  readonly lease: LeaseView;
  /** `requests` null = counted by the page that drives the run and not known here; `ceiling` null = the plan cannot be read. */
  readonly harmed: { readonly requests: number | null; readonly ceiling: number | null };
  /** How long ago the oldest required sample was taken; null = one of `missing`, or none was read from here. */
  readonly evidenceAgeMs: number | null;
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
  readonly lines: readonly RunLine[];
  readonly mayHold: boolean;
  readonly mayResume: boolean;
  readonly mayStop: boolean;
  readonly outcome: (Outcome & { readonly headline: string; readonly text: string }) | null;
  readonly logKept: 'stored' | 'waiting' | 'refused';
}
