import * as z from 'zod/mini';
import type { StoredRun } from './StoredRun';

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

const step = z.object({
  index: z.int(),
  purpose: z.enum(['rehearsal', 'step', 'climb', 'bisect', 'confirm']),
  shareBp: z.int(),
  offeredRps: z.number(),
  demand: z.nullable(z.object({ mean: z.number(), se: z.number(), n: z.number() })),
  measuredShare: orNull,
  from: z.number(),
  to: z.number(),
  result: z.enum(['carried', 'failed', 'abandoned']),
  why: z.string(),
  verdict: z.nullable(z.object({ judge: z.string(), decision: z.enum(['permit', 'stop', 'continue', 'inconclusive']), reason: z.string(), nextLook: orNull, metrics: z.array(z.never()), score: orNull })),
});

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
  steps: z.array(step),
  ending,
  startedAt: z.number(),
  maxShare: z.number(),
  maxRps: z.number(),
  harmed: z.number(),
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
