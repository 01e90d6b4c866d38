import type { RampPlan } from '../../../../domain/ramp/Plan';
import type { SimulatedTargetOptions } from '../../../../engine/loadtest/simulated/SimulatedTargetOptions';

const USUAL_LIMIT = 120;

/** A pretended service a plan can be tried on: its limit lies where the plan expects it, and it runs fifty times faster than life. */
export function simulatedTarget(plan: RampPlan): SimulatedTargetOptions {
  const prior = plan.course.kind === 'search' ? plan.course.priorRps : null;
  const limit = plan.goal?.rps ?? prior ?? USUAL_LIMIT;
  return { members: 5, poolRps: limit * 2.5, capacityRps: limit * 1.15, workers: 8, serviceTimeSeconds: 8 / (limit * 1.15), noise: 0.08, scrapeSeconds: 5, seed: 1, speed: 50 };
}
