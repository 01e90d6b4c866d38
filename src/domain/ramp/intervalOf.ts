import type { DemandInterval } from './Outcome';
import type { Run } from './RampState';

const TWO_SIDED_95 = 1.96;

/**
 * Benchmark of the run so far: mean arrivals of the highest judged step that was carried, [mean - 1.96 SE, lowest failed
 * step], open upwards when nothing failed. Null when no judged step was carried.
 */
export function intervalOf({ steps }: Pick<Run, 'steps'>): DemandInterval | null {
  const judged = steps.filter((s) => s.result === 'carried' && s.demand !== null && (s.purpose === 'step' || s.purpose === 'confirm'));
  const best = judged.reduce<(typeof judged)[number] | null>((a, b) => (a === null || b.offeredRps >= a.offeredRps ? b : a), null);
  const demand = best?.demand ?? null;
  if (demand === null) {
    return null;
  }
  const { mean, se } = demand;
  const above = steps.filter((s) => s.result === 'failed' && s.offeredRps > mean).map((s) => s.offeredRps);
  return { mean, low: Math.max(0, mean - TWO_SIDED_95 * se), high: above.length > 0 ? Math.min(...above) : null };
}
