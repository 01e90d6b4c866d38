import type { DemandInterval } from './Outcome';
import type { Run } from './RampState';

const TWO_SIDED_95 = 1.96;

/** The finest difference of demand a search tells apart, as a part of it: half of the bracket of a fast ramp. */
const FINEST = 0.03;

/**
 * Benchmark of the run so far: mean arrivals of the highest judged step that was carried, [mean - 1.96 SE, lowest failed
 * step], each end moved out by half a step (at most 3 %): of two demands that close, which one fails is chance, since guards
 * look at 30 s of random arrivals. Open upwards when nothing failed; the low end then stays where it was measured. Null when
 * no judged step was carried.
 */
export function intervalOf({ steps }: Pick<Run, 'steps'>): DemandInterval | null {
  const judged = steps.filter((s) => s.result === 'carried' && s.demand !== null && (s.purpose === 'step' || s.purpose === 'confirm'));
  const best = judged.reduce<(typeof judged)[number] | null>((a, b) => (a === null || b.offeredRps >= a.offeredRps ? b : a), null);
  const demand = best?.demand ?? null;
  if (demand === null) {
    return null;
  }
  const { mean, se } = demand;
  const carried = mean - TWO_SIDED_95 * se;
  const above = steps.filter((s) => s.result === 'failed' && s.offeredRps > mean).map((s) => s.offeredRps);
  if (above.length === 0) {
    return { mean, low: Math.max(0, carried), high: null };
  }
  const failed = Math.min(...above);
  const resolution = Math.min((failed - mean) / 2, FINEST * mean);
  return { mean, low: Math.max(0, carried - resolution), high: failed + resolution };
}
