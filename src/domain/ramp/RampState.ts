import type { JudgeVerdict } from '../canary/Judge';
import type { CourseState, Level } from './CourseState';
import type { Crossed } from './Crossed';
import type { Observation } from './Observation';
import type { Outcome } from './Outcome';
import type { RampPlan } from './Plan';
import type { PreflightFacts, PreflightReport } from './preflight';
import type { RehearsalResult } from './rehearsal';

/** A write that was sent and whose answer is not known to be final. */
export interface PendingCall {
  readonly call: 'acquire' | 'change';
  readonly key: string;
  readonly revision: number;
  readonly seq: number;
  readonly shareBp: number;
  readonly sentAt: number;
  /** `unsure` = the outcome is unknown: nothing is sent before a read newer than the call. */
  readonly status: 'sent' | 'propagating' | 'unsure';
  /** Machine's time from which a read says what became of an unsure call. */
  readonly unsureAt: number;
  readonly tries: number;
}

export interface Lease {
  readonly leaseId: number;
  readonly seq: number;
  readonly revision: number;
  /** Share commanded and accepted, basis points. */
  readonly shareBp: number;
}

/** Running mean of one number over distinct sample times. Sums are of distances from the first value. */
export interface Tally {
  readonly n: number;
  readonly first: number;
  readonly last: number;
  readonly sum: number;
  readonly squares: number;
  /** Of neighbours. */
  readonly products: number;
}

/** What was counted while a level was held. */
export interface LevelTallies {
  /** Arrivals at the target and at the pool, requests/s. */
  readonly demand: Tally;
  readonly pool: Tally;
  /** Failed requests of the target among all, 0 to 1. */
  readonly failures: Tally;
}

/** One step that was tried. */
export interface StepRecord {
  readonly index: number;
  readonly purpose: Level['purpose'];
  readonly shareBp: number;
  /** Offered demand of the target (share x demand of the pool), requests/s. */
  readonly offeredRps: number;
  /** Mean arrivals at the target, requests/s, its standard error and how many samples; null when none were seen. */
  readonly demand: { readonly mean: number; readonly se: number; readonly n: number } | null;
  readonly measuredShare: number | null;
  /** Failed requests of all, mean over the samples; null = not known, absent in records of before it was kept. */
  readonly errorRatio?: number | null;
  /** Keeper's clock. */
  readonly from: number;
  readonly to: number;
  readonly result: 'carried' | 'failed' | 'abandoned';
  readonly why: string;
  readonly verdict: JudgeVerdict | null;
}

/** What every state of a run carries. `now`-like fields are the machine's own time, milliseconds; others name their clock. */
export interface Run {
  readonly plan: RampPlan;
  readonly runId: string;
  /** Run id on the wire: a rehearsal has one of its own, so that its end does not end the run. */
  readonly wireRunId: string;
  readonly only: 'rehearsal' | 'run';
  readonly by: string;
  readonly startedAt: number;
  readonly facts: PreflightFacts;
  readonly checks: PreflightReport['checks'];
  readonly rehearsal: RehearsalResult | null;
  readonly lease: Lease | null;
  /** True from the first write on: from here on a stop must be sent. */
  readonly wrote: boolean;
  readonly calls: number;
  /** Newest evidence already spent on a raise or renewal, sample clock. */
  readonly spentEvidence: number;
  readonly renewSentAt: number | null;
  readonly course: CourseState;
  readonly steps: readonly StepRecord[];
  readonly last: Observation | null;
  /** Machine's time of the last look at which all evidence was fresh, and of the last that read the contract. */
  readonly freshAt: number;
  readonly poolAt: number;
  /** No call before this. */
  readonly waitUntil: number;
  readonly maxShare: number;
  readonly maxRps: number;
  readonly harmed: number;
  /** When the guard that ended the run was passed; null while none has. */
  readonly fault: Crossed | null;
  readonly warnings: readonly string[];
  /** The endpoint said that the lease is over, and the pool has not been read for the reason. */
  readonly endUntold: boolean;
}

/** Of a level: the share is being moved, or is there and being watched. */
export interface LevelProgress {
  readonly run: Run;
  readonly level: Level;
  readonly call: PendingCall | null;
  /** Machine's time at which this part began. */
  readonly since: number;
  /** Keeper's clock: windows count from here on. Null until applied. */
  readonly countFrom: number | null;
  readonly agreed: number;
}

export interface Watching {
  readonly run: Run;
  readonly level: Level;
  readonly since: number;
  /** Keeper's clock. */
  readonly countFrom: number;
  readonly tallies: LevelTallies;
  readonly lastSample: number;
  readonly verdict: JudgeVerdict | null;
  /** Latest verdict; only `permit` lets a judged step pass. */
  readonly settledAt: number;
}

export type HoldCause = { readonly kind: 'operator'; readonly by: string } | { readonly kind: 'late-tick'; readonly byMs: number };

export type RampState =
  | { readonly phase: 'draft'; readonly plan: RampPlan; readonly runId: string }
  | { readonly phase: 'preflight'; readonly plan: RampPlan; readonly runId: string; readonly by: string; readonly only: 'rehearsal' | 'run'; readonly since: number }
  | ({ readonly phase: 'rehearsal'; readonly part: 'moving' | 'lapsing'; readonly lapsedAt: number | null } & LevelProgress)
  | ({ readonly phase: 'acquiring'; /** Null = waiting for evidence good enough to begin. */ readonly level: Level | null } & Omit<LevelProgress, 'level'>)
  | ({ readonly phase: 'settling' } & LevelProgress)
  | ({ readonly phase: 'judging' } & Watching)
  | ({ readonly phase: 'confirming' } & Watching)
  | ({ readonly phase: 'holding'; readonly cause: HoldCause } & Omit<LevelProgress, 'agreed'>)
  | ({ readonly phase: 'backing-off'; readonly clearSince: number | null } & LevelProgress)
  | { readonly phase: 'releasing'; readonly run: Run; readonly outcome: Outcome; readonly since: number; readonly sentAt: number; /** Stops sent; none yet = the pool is asked first why the lease is over. */ readonly tries: number }
  | {
      readonly phase: 'verifying';
      readonly run: Run;
      readonly outcome: Outcome;
      readonly since: number;
      /** Keeper's clock; windows wholly after it count. */
      readonly countFrom: number;
      readonly baselineAt: number | null;
      readonly failingLooks: number;
      readonly paged: boolean;
    }
  | { readonly phase: 'finished'; readonly run: Run | null; readonly outcome: Outcome; readonly at: number; readonly ending: Ending };

/** How the way back went, milliseconds of the machine's time; null = not seen. */
export interface Ending {
  readonly releasedAt: number | null;
  readonly baselineAt: number | null;
  /** Verified by the contract, and by traffic. */
  readonly byContract: boolean;
  readonly byMetrics: boolean;
  readonly recoveredAt: number | null;
}

export type RampPhase = RampState['phase'];
export type StateOf<P extends RampPhase> = Extract<RampState, { readonly phase: P }>;
