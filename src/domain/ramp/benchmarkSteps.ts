import type { StepRecord } from './RampState';

/** A step with its arrivals. */
export type CarriedStep = StepRecord & { readonly demand: NonNullable<StepRecord['demand']> };

export interface BenchmarkSteps {
  readonly carried: CarriedStep;
  /** Null = nothing failed above it. */
  readonly failed: StepRecord | null;
}

/** What a benchmark rests on: the highest judged step that was carried, and the lowest that failed above it. Null = no judged step was carried. */
export function benchmarkSteps(steps: readonly StepRecord[]): BenchmarkSteps | null {
  const carried = judgedSteps(steps).reduce<CarriedStep | null>((a, b) => (a === null || b.offeredRps >= a.offeredRps ? b : a), null);
  if (carried === null) {
    return null;
  }
  // Offered with offered: arrivals stray by themselves.
  const above = steps.filter((s) => s.result === 'failed' && s.offeredRps > carried.offeredRps);
  return { carried, failed: above.reduce<StepRecord | null>((a, b) => (a === null || b.offeredRps < a.offeredRps ? b : a), null) };
}

/** Judged steps that were carried, with their arrivals. Later evidence wins: what failed afterwards at no more is not among them. */
export function judgedSteps(steps: readonly StepRecord[]): readonly CarriedStep[] {
  const takenBack = ({ offeredRps }: StepRecord, i: number): boolean => steps.slice(i + 1).some((later) => later.result === 'failed' && later.offeredRps <= offeredRps);
  return steps.filter((s, i): s is CarriedStep => s.result === 'carried' && s.demand !== null && (s.purpose === 'step' || s.purpose === 'confirm') && !takenBack(s, i));
}
