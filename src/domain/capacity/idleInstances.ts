import type { Benchmark } from './Benchmark';
import type { Judgement } from './Judgement';
import type { Autoscaler } from './ServiceFacts';

/** Hours a month is billed at. */
export const HOURS_PER_MONTH = 730;

const FEWEST = 2;
const LEAST_SHARE = 0.25;

export interface IdleQuestion {
  readonly required: number;
  readonly deployed: number;
  readonly autoscaler: Autoscaler | null;
  readonly pricePerInstanceHour: number | null;
  /** False when the figures are not good enough to give instances back on. */
  readonly trusted: boolean;
}

/**
 * Instances beyond what the policy needs, worth giving back from max(2, 25 % of those held). An autoscaled service
 * holds its minimum: what lies between minimum and maximum is not running and costs nothing.
 * @returns null when there are too few, or when the benchmark does not allow to say so
 */
export function idleInstances(question: IdleQuestion): Judgement['idle'] {
  const held = heldInstances(question);
  const instances = held - question.required;
  if (!question.trusted || instances < Math.max(FEWEST, LEAST_SHARE * held)) {
    return null;
  }
  const price = question.pricePerInstanceHour;
  return { instances, pricePerMonth: price === null ? null : instances * price * HOURS_PER_MONTH };
}

function heldInstances({ deployed, autoscaler }: IdleQuestion): number {
  if (autoscaler === null || autoscaler.max === null) {
    return deployed;
  }
  return autoscaler.min === null ? 0 : Math.min(autoscaler.min, deployed);
}

/** A load test or a declaration of what runs now allows it; an estimate, an upper bound or something stale does not. */
export function allowsGivingBack(benchmark: Benchmark | null, stale: readonly string[]): boolean {
  if (benchmark === null || benchmark.upperBoundOnly || stale.length > 0) {
    return false;
  }
  return benchmark.origin === 'load-test' || benchmark.origin === 'declared';
}
