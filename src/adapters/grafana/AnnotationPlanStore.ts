import { ok, type Result } from '../../domain/base/Result';
import type { RampPlan } from '../../domain/ramp/Plan';
import { parsePlanRecord, PLAN_TAG, planRecordText } from '../../domain/records/planRecord';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import type { Clock } from '../../ports/Clock';
import type { PlanStore } from '../../ports/PlanStore';
import type { Annotations } from './Annotations';

/** Named plans as organization annotations: one record each time a plan is saved, the newest of a name counts. */
export class AnnotationPlanStore implements PlanStore {
  constructor(
    private readonly annotations: Annotations,
    private readonly clock: Clock
  ) {}

  async list(service: string | null): Promise<Result<readonly RampPlan[], StoreProblem>> {
    const records = await this.annotations.list([PLAN_TAG]);
    if (!records.ok) {
      return records;
    }
    const newest = new Map<string, RampPlan>();
    for (const { record } of [...records.value].sort((a, b) => b.at - a.at)) {
      const plan = parsePlanRecord(record);
      const id = plan && JSON.stringify([plan.service, plan.name]);
      if (plan && id !== null && !newest.has(id) && (service === null || plan.service === service)) {
        newest.set(id, plan);
      }
    }
    return ok([...newest.values()]);
  }

  async save(plan: RampPlan): Promise<Result<null, StoreProblem>> {
    const added = await this.annotations.add(PLAN_TAG, plan.service, this.clock.now(), () => planRecordText(plan));
    return added.ok ? ok(null) : added;
  }
}
