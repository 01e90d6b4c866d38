import * as z from 'zod/mini';
import type { StoredRun } from './StoredRun';
import { storedStepSchema } from './storedStepSchema';

const orNull = z.nullable(z.number());
const interval = z.object({ mean: z.number(), low: z.number(), high: orNull });

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('limit-found'), interval, limitedBy: z.string() }),
  z.object({ kind: z.literal('carried-plan'), interval, wholePool: z.boolean(), cappedBy: z.string() }),
  z.object({ kind: z.literal('goal-met'), rps: z.number(), interval }),
  z.object({ kind: z.literal('goal-missed'), rps: z.number(), carriedRps: orNull, reason: z.string() }),
  z.object({ kind: z.literal('stopped-by-guard'), guard: z.string(), rps: orNull, reason: z.string() }),
  z.object({ kind: z.literal('target-ejected'), rps: orNull, reason: z.string() }),
  z.object({ kind: z.literal('stopped-by-operator'), by: z.string() }),
  z.object({ kind: z.literal('rehearsed'), returnMs: z.number() }),
  z.object({ kind: z.literal('inconclusive'), missing: z.string() }),
  z.object({ kind: z.literal('lost-control'), reason: z.string(), known: z.string() }),
]);

const facts = z.object({
  members: z.array(z.string()),
  version: z.nullable(z.string()),
  spec: z.nullable(z.string()),
  server: z.string(),
  ttlSeconds: z.number(),
  propagationMaxMs: z.number(),
  peakTodayRps: z.number(),
});

const ending = z.object({ releasedAt: orNull, baselineAt: orNull, byContract: z.boolean(), byMetrics: z.boolean(), recoveredAt: orNull });

/** `report` of an `end` record. */
const schema = z.object({
  outcome,
  steps: z.array(storedStepSchema),
  ending,
  startedAt: z.number(),
  maxShare: orNull,
  maxRps: orNull,
  harmed: orNull,
  // Records of before it was kept have none.
  fault: z._default(z.nullable(z.object({ at: z.number(), clearAt: orNull })), null),
  rehearsal: z.nullable(z.object({ at: z.number(), returnMs: z.number(), server: z.string() })),
  facts: z.nullable(facts),
  checks: z.array(z.object({ title: z.string(), state: z.string(), evidence: z.string() })),
  warnings: z.array(z.string()),
});

/** Null for anything that is not what a run leaves behind. */
export function parseStoredRun(raw: unknown): StoredRun | null {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
