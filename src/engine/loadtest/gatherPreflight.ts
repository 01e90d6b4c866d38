import { isAbortError } from '../../ports/AbortError';
import type { Router } from '../../ports/Router';
import type { Result } from '../../domain/base/Result';
import type { GuardFacts } from '../../domain/ramp/arming/GuardFacts';
import { armGuards } from '../../domain/ramp/guardSpecs';
import type { RampPlan } from '../../domain/ramp/Plan';
import { baselineShareBp } from '../../domain/ramp/poolViewOf';
import type { PreflightInputs } from '../../domain/ramp/preflight';
import { previewGuards, type GuardPreview } from '../../domain/ramp/previewGuards';
import type { RehearsalResult } from '../../domain/ramp/rehearsal';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import { clockOffset } from './clockOffset';
import { curvesOf, earlierOf, earlierWords, type EarlierCurves } from './earlierCurves';
import type { EarlierRuns, ReadEarlierRuns } from './earlierRuns';
import { evidenceOf } from './evidenceOf';
import { routerSignals } from './RouterSignals';
import type { RunTime } from './RunTime';
import type { Telemetry, TelemetryFacts, TelemetryReading } from './telemetry/Telemetry';
import { preRunMs } from './preRunMs';

export interface Gathered {
  readonly inputs: PreflightInputs;
  readonly pool: RoutingPool | null;
  readonly telemetryFacts: TelemetryFacts | null;
  readonly reading: TelemetryReading | null;
  /** Latency at load in earlier runs. */
  readonly curves: EarlierCurves;
  /** The endpoint reads as of when the age of evidence is stated. */
  readonly readsAsOf: boolean;
}

export interface GatherContext {
  readonly router: Router;
  readonly telemetry: Telemetry;
  readonly time: RunTime;
  readonly mayRun: boolean;
  readonly otherRun: string | null;
  readonly lastRehearsal: RehearsalResult | null;
  /** Absent = none is asked for. */
  readonly earlier?: ReadEarlierRuns;
  readonly visibleShift: (reading: TelemetryReading, facts: TelemetryFacts) => number | null;
}

/** Asks the contract and the metrics for everything preflight looks at. Writes nothing. */
export async function gatherPreflight(plan: RampPlan, context: GatherContext, signal: AbortSignal): Promise<Gathered> {
  const { router, telemetry, time } = context;
  // How far back to read depends on the scrape interval, so the facts come first.
  const facts = await safely(telemetry.facts(signal));
  const asked = time.monotonicNow();
  const [capabilities, { outcome: poolAnswer, at: poolAt }, { result: read, at: readAt }] = await Promise.all([
    router.capabilities(signal),
    router.pool(plan.pool, signal).then((outcome) => ({ outcome, at: time.monotonicNow() })),
    safely(telemetry.read(preRunMs(facts.ok ? facts.value.scrapeMs : 0), signal)).then((result) => ({ result, at: time.monotonicNow() })),
  ]);
  const caps = valueOf(capabilities);
  const pool = valueOf(poolAnswer);
  if (pool !== null) {
    time.heard(pool.serverTime, asked);
  }
  const telemetryFacts = facts.ok ? facts.value : null;
  const reading = read.ok ? read.value : null;
  const earlier = await earlierOf(plan, context, telemetryFacts, signal);
  const curves = curvesOf(plan, earlier, reading, telemetryFacts);
  const routerProblem = problemOf(capabilities) ?? problemOf(poolAnswer);
  const inputs = inputsOf(plan, context, { caps, pool, telemetryFacts, reading, earlier, curves, clockOffsetMs: clockOffset(reading?.now ?? null, pool?.serverTime ?? null, { asked, endpoint: poolAt, metrics: readAt }), routerProblem });
  return { inputs, pool, telemetryFacts, reading, curves, readsAsOf: caps?.evidenceAsOf === true };
}

interface Answers {
  readonly caps: RoutingCapabilities | null;
  readonly pool: RoutingPool | null;
  readonly telemetryFacts: TelemetryFacts | null;
  readonly reading: TelemetryReading | null;
  readonly earlier: EarlierRuns;
  readonly curves: EarlierCurves;
  readonly clockOffsetMs: number | null;
  readonly routerProblem: string | null;
}

function inputsOf(plan: RampPlan, context: GatherContext, { caps, pool, telemetryFacts: facts, reading, earlier, curves, clockOffsetMs, routerProblem }: Answers): PreflightInputs {
  const members = pool?.members.map((m) => m.id).sort() ?? [];
  const now = context.time.keeperNow();
  const evidence = facts !== null && reading !== null ? evidenceOf(reading.subjects, context.telemetry.required, members, now, facts.scrapeMs) : { at: null, missing: ['the metrics'] };
  return {
    facts: caps === null || pool === null || facts === null ? null : factsOf(plan, caps, pool, facts, reading, context),
    routerProblem: routerProblem ?? (facts === null ? 'the metrics of the service could not be read' : null),
    verification: caps?.verification ?? 'none',
    ttlRangeSeconds: { min: caps?.lease.minTtlSeconds ?? 0, max: caps?.lease.maxTtlSeconds ?? 0 },
    frozen: frozenWords(caps),
    heldBy: pool?.override?.holder ?? null,
    otherRun: context.otherRun,
    allServing: pool?.members.every((m) => m.serving) ?? false,
    targetServing: pool?.members.some((m) => m.id === plan.target && m.serving) ?? false,
    mayRun: context.mayRun,
    poolRps: reading === null || facts === null ? null : poolRps(reading, members, evidence.at),
    peakTodayRps: facts?.peakTodayRps ?? null,
    evidenceAgeMs: evidence.at === null ? null : Math.max(0, now - evidence.at),
    missing: evidence.missing,
    guards: facts === null || reading === null ? null : guardsOf(plan, { ...facts, p99Curve: curves.p99 }, reading, pool, now),
    guardQueries: reading?.asked ?? [],
    targetMatches: facts?.targetMatches ?? null,
    clockOffsetMs,
    scrapeTimeoutMs: facts?.scrapeTimeoutMs ?? null,
    alerts: facts?.alerts ?? [],
    versionsInPool: facts?.versionsInPool ?? null,
    autoscaler: facts?.autoscaler ?? null,
    ...(facts?.autoscalerUnknown !== undefined && { autoscalerUnknown: facts.autoscalerUnknown }),
    earlier: earlierWords(earlier, curves),
    lastRehearsal: context.lastRehearsal,
    now,
  };
}

function factsOf(plan: RampPlan, caps: RoutingCapabilities, pool: RoutingPool, facts: TelemetryFacts, reading: TelemetryReading | null, context: GatherContext): NonNullable<PreflightInputs['facts']> {
  return {
    members: pool.members.map((m) => m.id).sort(),
    revision: pool.revision,
    baselineBp: baselineShareBp(pool, plan.target),
    safeLimitRps: facts.safeLimitRps,
    scrapeMs: facts.scrapeMs,
    propagationMaxMs: caps.propagationMs.max,
    readBack: caps.verification === 'measured' || caps.verification === 'router',
    shareStepBp: caps.shareStepBp,
    ceilingBp: pool.limits.ceilingBp,
    largestStepBp: pool.limits.largestStepBp,
    minDwellMs: pool.limits.minDwellSeconds * 1000,
    maxLifetimeSeconds: Math.min(pool.limits.maxLifetimeSeconds, caps.lease.maxLifetimeSeconds),
    enforcedBy: caps.lease.enforcedBy,
    server: `${caps.server} ${caps.adapter}`,
    visibleShift: reading === null ? null : context.visibleShift(reading, facts),
    version: facts.version,
    spec: facts.spec,
    targetStartedAt: facts.targetStartedSeconds === null ? null : facts.targetStartedSeconds * 1000,
  };
}

/** Read by the clock of the metrics: an offset of the endpoint's is a check of its own. */
function guardsOf(plan: RampPlan, facts: TelemetryFacts & Pick<GuardFacts, 'p99Curve'>, { subjects, now: theirs }: TelemetryReading, pool: RoutingPool | null, now: number): readonly GuardPreview[] {
  const signals = new Set([...facts.signals, ...(pool === null ? [] : routerSignals(pool))]);
  return previewGuards(armGuards(plan, { ...facts, signals, subjects }), subjects, facts.scrapeMs, theirs ?? now);
}

function frozenWords(caps: RoutingCapabilities | null): string | null {
  const frozen = caps?.frozen ?? null;
  return frozen === null ? null : `${frozen.reason} (${frozen.by})`;
}

const DEMAND_WINDOW = 60_000;

function poolRps({ subjects }: TelemetryReading, members: readonly string[], at: number | null): number | null {
  const rates = members.map((id) => rateOf(subjects.find((s) => s.subject === id)?.series.requests, at));
  return at === null || rates.includes(null) ? null : rates.reduce<number>((sum, r) => sum + (r ?? 0), 0);
}

function rateOf(series: ReadonlyArray<ReadonlyArray<{ readonly at: number; readonly value: number }>> | undefined, at: number | null): number | null {
  if (series === undefined || series.length === 0 || at === null) {
    return null;
  }
  return series.reduce<number>((sum, one) => {
    const inside = one.filter((s) => s.at >= at - DEMAND_WINDOW);
    const [first, last] = [inside[0], inside.at(-1)];
    const grown = first && last && last.at > first.at ? ((last.value - first.value) / (last.at - first.at)) * 1000 : 0;
    return sum + Math.max(0, grown);
  }, 0);
}

const valueOf = <T>(outcome: RoutingOutcome<T>): T | null => (outcome.kind === 'done' || outcome.kind === 'pending' ? outcome.value : null);

function problemOf(outcome: RoutingOutcome<unknown>): string | null {
  switch (outcome.kind) {
    case 'done':
    case 'pending':
      return null;
    case 'refused':
      return outcome.problem.detail;
    case 'unknown':
    case 'blocked':
      return outcome.message;
  }
}

/** A rejection other than a cancellation is a failed read. */
async function safely<T>(work: Promise<Result<T, string>>): Promise<Result<T, string>> {
  try {
    return await work;
  } catch (reason) {
    if (isAbortError(reason)) {
      throw reason;
    }
    return { ok: false, error: reason instanceof Error ? reason.message : String(reason) };
  }
}
