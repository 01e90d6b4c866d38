import type { Tier } from '../catalogue/Tier';
import type { RampPlan } from './Plan';
import { RESOURCE_LIMITS } from './RESOURCE_LIMITS';

/** What is known when a plan is proposed. Null = not known. */
export interface PlanFacts {
  readonly service: string;
  readonly pool: string;
  readonly target: string;
  readonly members: number;
  readonly tier: Tier;
  /** Last valid load-test benchmark of one instance, requests/s. */
  readonly benchmarkRps: number | null;
  readonly poolRps: number | null;
  /** p99 before the run, seconds. */
  readonly p99Seconds: number | null;
  readonly scrapeMs: number;
}

/** A greatest share that a first run of a tier should not pass. */
const SHARE_CEILING: Readonly<Record<Tier, number>> = { P0: 6_000, P1: 8_000, P2: 10_000 };
/** Seconds of the target's traffic that may be harmed before a run is not worth it. */
const HARM_SECONDS = 60;

/** A plan that finds the limit with the design's defaults. */
export function defaultPlan(facts: PlanFacts): RampPlan {
  const { tier, benchmarkRps, poolRps, p99Seconds, scrapeMs } = facts;
  return {
    schema: 1,
    name: 'Find the limit',
    service: facts.service,
    pool: facts.pool,
    target: facts.target,
    pairedWith: null,
    result: 'limit',
    // No limit is known to more digits.
    course: { kind: 'search', priorRps: benchmarkRps === null ? null : Number(benchmarkRps.toPrecision(4)) },
    goal: null,
    dwellSeconds: 120,
    ttlSeconds: Math.max(20, Math.ceil((4 * scrapeMs) / 1000)),
    guards: {
      cpuSoft: 0.9,
      cpuHard: 0.97,
      p99Seconds: p99Seconds === null ? 2 : Math.min(2, Number((4 * p99Seconds).toPrecision(2))),
      errorRatio: 0.02,
      leastErrors: 5,
      errorRatioHard: 0.5,
      rejectRatio: 0.02,
      memory: 0.95,
      ...RESOURCE_LIMITS,
      peers: true,
    },
    dependencies: [],
    extraGuards: [],
    judge: { kind: 'headroom', stopShift: 1.1, permitShift: 1.25 },
    limits: {
      shareBp: SHARE_CEILING[tier],
      demandRps: null,
      stepBp: 5_000,
      runSeconds: 2_700,
      harmedRequests: Math.max(1_000, Math.round((poolRps ?? 0) * HARM_SECONDS)),
    },
    reason: 'Find the limit of one instance',
    tier,
    stateless: false,
  };
}
