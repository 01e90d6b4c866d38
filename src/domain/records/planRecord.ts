import * as z from 'zod/mini';
import { parsePlan } from '../ramp/parsePlan';
import type { RampPlan } from '../ramp/Plan';
import { encodeRecord } from './recordText';
import { serviceName } from './serviceName';

/** Tag of annotations that hold a named plan. */
export const PLAN_TAG = 'headroom:plan';

const shape = z.object({ schema: z.literal(1), plan: z.unknown() });

/** Null for anything that is not a plan of this version, or one that no longer makes sense. */
export function parsePlanRecord(record: unknown): RampPlan | null {
  const parsed = shape.safeParse(record);
  const plan = parsed.success ? parsePlan(parsed.data.plan) : null;
  return plan?.ok ? plan.value : null;
}

/** Text of the annotation that keeps a plan. @throws RangeError when it is too long, for a canary configuration of several KB */
export const planRecordText = (plan: RampPlan): string => encodeRecord(`Load test plan "${plan.name}" for ${plan.target} of ${serviceName(plan.service)}`, { schema: 1, plan });
