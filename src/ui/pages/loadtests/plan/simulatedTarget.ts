import type { RampPlan } from '../../../../domain/ramp/Plan';
import type { SimulatedTargetOptions } from '../../../../engine/loadtest/simulated/SimulatedTargetOptions';

const USUAL_LIMIT = 120;
const WORKERS = 8;
/** Of the guard on p99: an idle instance must stay well below it, or the guard would stop every trial at once. */
const LATENCY_OF_GUARD = 1 / 20;

/** A pretended service a plan can be tried on: limit and latency lie where the plan expects them, and time runs ten times faster than life. */
export function simulatedTarget(plan: RampPlan): SimulatedTargetOptions {
  const prior = plan.course.kind === 'search' ? plan.course.priorRps : null;
  const limit = plan.goal?.rps ?? prior ?? USUAL_LIMIT;
  const capacityRps = limit * 1.15;
  const serviceTimeSeconds = Math.min(WORKERS / capacityRps, (plan.guards.p99Seconds ?? Infinity) * LATENCY_OF_GUARD);
  return { members: 5, poolRps: limit * 2.5, capacityRps, workers: WORKERS, serviceTimeSeconds, noise: 0.08, scrapeSeconds: 5, seed: 1, speed: 10 };
}
