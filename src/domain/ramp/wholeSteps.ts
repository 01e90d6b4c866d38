import * as z from 'zod/mini';
import type { StepRecord } from './RampState';
import { storedStepSchema } from './storedStepSchema';

const orNull = z.nullable(z.number());

const metric = z.object({
  name: z.string(),
  decision: z.enum(['permit', 'stop', 'continue', 'inconclusive']),
  label: z.string(),
  samples: z.object({ target: z.number(), control: z.number(), missing: z.number() }),
  effect: orNull,
  effectUnit: z.enum(['ratio', 'points']),
  lower: orNull,
  upper: orNull,
  stopAbove: orNull,
  permitBelow: orNull,
  rule: z.string(),
  flip: z.string(),
  counts: z.boolean(),
});

const verdict = z.object({ judge: z.string(), decision: z.enum(['permit', 'stop', 'continue', 'inconclusive']), reason: z.string(), nextLook: orNull, metrics: z.array(metric), score: orNull });

/** `data` of a `change` record: the step that had ended by then, whole. */
const change = z.object({ last: z.extend(storedStepSchema, { verdict: z.nullable(verdict) }) });

/**
 * Steps of a summary, which is short, with what the log of changes holds of them: verdicts with each metric's rule, and steps
 * the summary had no room for.
 * @param data of the `change` records, anything
 */
export function wholeSteps(summary: readonly StepRecord[], data: readonly unknown[]): readonly StepRecord[] {
  const found = new Map(summary.map((step) => [step.index, step]));
  for (const one of data) {
    const parsed = change.safeParse(one);
    if (parsed.success) {
      found.set(parsed.data.last.index, parsed.data.last);
    }
  }
  return [...found.values()].sort((a, b) => a.index - b.index);
}
