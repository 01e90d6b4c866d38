import type { CourseBounds } from './course';
import type { Observation } from './Observation';
import type { Run } from './RampState';
import { promisedReturnMs } from './rehearsal';

/** What the run may ask for now, and what caps it. */
export interface RunBounds extends CourseBounds {
  readonly cappedBy: string;
}

interface Cap {
  readonly rps: number;
  readonly by: string;
}

/** Service-level limits, the endpoint's limits, the way back and the harmed-request ceiling, whichever is least. */
export function boundsOf(run: Run, { demand, wayBack }: Observation): RunBounds {
  const { plan, facts, lease } = run;
  const poolRps = demand.pool !== null && demand.pool > 0 ? demand.pool : facts.poolRps;
  const currentBp = lease?.shareBp ?? facts.baselineBp;
  const ofShare = (bp: number): number => (bp / 10_000) * poolRps;
  const caps: Cap[] = [
    { rps: ofShare(Math.min(plan.limits.shareBp, plan.pairedWith === null ? 10_000 : 5_000)), by: plan.limits.shareBp >= 10_000 ? 'all traffic of the pool' : 'the share ceiling of the plan' },
    { rps: ofShare(facts.ceilingBp), by: "the endpoint's ceiling for this pool" },
    { rps: plan.limits.demandRps ?? Infinity, by: 'the demand ceiling of the plan' },
    { rps: harmRps(run), by: 'the ceiling of harmed requests' },
    { rps: wayBack.free ? Infinity : ofShare(currentBp), by: wayBack.reason },
  ];
  const least = caps.reduce((a, b) => (b.rps < a.rps ? b : a));
  return {
    fairRps: ofShare(facts.baselineBp),
    capRps: least.rps,
    poolRps,
    currentBp,
    capBp: Math.max(1, Math.min(10_000, Math.floor((least.rps / poolRps) * 10_000))),
    stepBp: Math.min(plan.limits.stepBp, facts.largestStepBp),
    cappedBy: least.by,
  };
}

/** Demand at which everything the target gets until baseline would just be within the ceiling. */
function harmRps({ plan, harmed, facts, rehearsal }: Run): number {
  const seconds = Math.max(rehearsal?.returnMs ?? 0, promisedReturnMs(facts.ttlSeconds, facts.propagationMaxMs)) / 1000;
  return Math.max(0, plan.limits.harmedRequests - harmed) / seconds;
}
