import type { AlertsSeen } from './AlertsSeen';
import type { AskedSamples } from './AskedSamples';
import type { RampPlan } from './Plan';
import { preflightChecks } from './preflightChecks';
import type { GuardPreview } from './previewGuards';

/** `refuse` ends the run before anything is written, `warn` is shown and logged. */
export interface PreflightCheck {
  readonly id: string;
  readonly title: string;
  readonly state: 'pass' | 'warn' | 'refuse';
  /** What was looked at and found, and the way out. */
  readonly evidence: string;
}

/** What the run rests on once preflight passed. Times are milliseconds. */
export interface PreflightFacts {
  /** Sorted. */
  readonly members: readonly string[];
  readonly revision: number;
  readonly baselineBp: number;
  readonly poolRps: number;
  /** Of today, or of now where it is greater or today's is not known, which is warned of. */
  readonly peakTodayRps: number;
  /** Demand one instance is known to carry; null = unknown. */
  readonly safeLimitRps: number | null;
  readonly scrapeMs: number;
  readonly propagationMaxMs: number;
  /** The endpoint can tell which share is in force; else only the measured one shows it. */
  readonly readBack: boolean;
  readonly shareStepBp: number;
  readonly ceilingBp: number;
  readonly largestStepBp: number;
  readonly minDwellMs: number;
  readonly maxLifetimeSeconds: number;
  readonly ttlSeconds: number;
  readonly enforcedBy: 'router' | 'keeper' | 'both';
  /** Program behind the endpoint: a rehearsal is valid for this one. */
  readonly server: string;
  /** Shift the judge can see at this service's noise, as a factor (1.25 = +25 %); null = too little history to tell. */
  readonly visibleShift: number | null;
  readonly version: string | null;
  readonly spec: string | null;
  /** When the target started, epoch milliseconds; another one later is a restart. */
  readonly targetStartedAt: number | null;
}

/** Everything preflight looks at. Null = could not be read, which is never a pass for what a run needs. */
export interface PreflightInputs {
  readonly facts: Omit<PreflightFacts, 'peakTodayRps' | 'poolRps' | 'ttlSeconds'> | null;
  readonly routerProblem: string | null;
  readonly verification: 'measured' | 'router' | 'echo' | 'none';
  readonly ttlRangeSeconds: { readonly min: number; readonly max: number };
  readonly frozen: string | null;
  readonly heldBy: string | null;
  readonly otherRun: string | null;
  readonly allServing: boolean;
  readonly targetServing: boolean;
  readonly mayRun: boolean;
  readonly poolRps: number | null;
  readonly peakTodayRps: number | null;
  readonly evidenceAgeMs: number | null;
  readonly missing: readonly string[];
  /** Every guard with what it reads now; null = the samples could not be read. */
  readonly guards: readonly GuardPreview[] | null;
  /** What their samples are asked with; absent = not told. */
  readonly guardQueries?: readonly AskedSamples[];
  /** Label values of the target that match it, by count of instances: 1 is right. */
  readonly targetMatches: number | null;
  readonly clockOffsetMs: number | null;
  readonly scrapeTimeoutMs: number | null;
  /** By whoever evaluates rules; empty = nobody could be asked. */
  readonly alerts: readonly AlertsSeen[];
  readonly versionsInPool: readonly string[] | null;
  /** Least and most instances of the autoscaler; null = none was found. */
  readonly autoscaler: { readonly min: number; readonly max: number } | null;
  /** Why it cannot be told whether there is one; absent = it can. */
  readonly autoscalerUnknown?: string;
  /** Which earlier runs latency is held against, or why none is, as a sentence; null = none is asked for. */
  readonly earlier: string | null;
  readonly lastRehearsal: { readonly at: number; readonly returnMs: number; readonly server: string } | null;
  /** Keeper's clock. */
  readonly now: number;
}

export interface PreflightReport {
  readonly checks: readonly PreflightCheck[];
  /** Null when a check refuses. */
  readonly facts: PreflightFacts | null;
  /** Absent where nobody looked. */
  readonly guards?: readonly GuardPreview[];
  readonly guardQueries?: readonly AskedSamples[];
}

/** Looks at everything that must hold before live traffic is moved. Nothing is written. */
export function preflight(plan: RampPlan, inputs: PreflightInputs): PreflightReport {
  const checks = preflightChecks(plan, inputs);
  const refused = checks.some((check) => check.state === 'refuse');
  const { facts, poolRps, peakTodayRps } = inputs;
  const seen = { guards: inputs.guards ?? [], guardQueries: inputs.guardQueries ?? [] };
  if (refused || facts === null || poolRps === null) {
    return { checks, facts: null, ...seen };
  }
  const { min, max } = inputs.ttlRangeSeconds;
  const ttlSeconds = Math.min(Math.max(plan.ttlSeconds, min), max);
  const peak = Math.max(poolRps, peakTodayRps ?? poolRps);
  return { checks, facts: { ...facts, poolRps, peakTodayRps: peak, ttlSeconds }, ...seen };
}
