import type { Result } from '../domain/base/Result';
import type { RampPlan } from '../domain/ramp/Plan';
import type { StoreProblem } from './BenchmarkStore';

/** Named plans, shared by the organization. A plan of the same service and name replaces the one before. */
export interface PlanStore {
  /** Newest first. @param service null = of all */
  list(service: string | null): Promise<Result<readonly RampPlan[], StoreProblem>>;
  save(plan: RampPlan): Promise<Result<null, StoreProblem>>;
}
