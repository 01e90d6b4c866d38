import * as z from 'zod/mini';

const orNull = z.nullable(z.number());

/** A step as a record of a run holds it; the metrics of its verdict stay in the page. */
export const storedStepSchema = z.object({
  index: z.int(),
  purpose: z.enum(['rehearsal', 'step', 'climb', 'bisect', 'confirm']),
  shareBp: z.int(),
  offeredRps: z.number(),
  demand: z.nullable(z.object({ mean: z.number(), se: z.number(), n: z.number() })),
  measuredShare: orNull,
  // Records of before it was kept have none.
  errorRatio: z.optional(orNull),
  from: z.number(),
  to: z.number(),
  result: z.enum(['carried', 'failed', 'abandoned']),
  why: z.string(),
  verdict: z.nullable(z.object({ judge: z.string(), decision: z.enum(['permit', 'stop', 'continue', 'inconclusive']), reason: z.string(), nextLook: orNull, metrics: z.array(z.never()), score: orNull })),
});
