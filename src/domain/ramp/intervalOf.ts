import { normalQuantile } from '../stats/normalQuantile';
import { studentTQuantile } from '../stats/studentTQuantile';
import { benchmarkSteps, type CarriedStep } from './benchmarkSteps';
import type { DemandInterval } from './Outcome';
import type { Run } from './RampState';

const TWO_SIDED_95 = 0.975;

/** The finest difference of demand a search tells apart, as a part of it: half of the bracket of a fast ramp. */
const FINEST = 0.03;

/**
 * Benchmark of the run so far: mean arrivals of the highest judged step that was carried, [mean less its 95 % error, lowest
 * failed step], each end moved out by half a step (at most 3 %): of two demands that close, which one fails is chance, since
 * guards look at 30 s of random arrivals. Open upwards when nothing failed; the low end then stays where it was measured.
 * Null when no judged step was carried.
 */
export function intervalOf({ steps }: Pick<Run, 'steps'>): DemandInterval | null {
  const found = benchmarkSteps(steps);
  if (found === null) {
    return null;
  }
  const { mean } = found.carried.demand;
  const error = errorOf(found.carried);
  if (found.failed === null) {
    return { mean, low: Math.max(0, mean - error), high: null };
  }
  const failed = found.failed.offeredRps;
  const resolution = Math.max(0, Math.min((failed - mean) / 2, FINEST * mean));
  // Arrivals may have strayed beyond what was offered to the step that failed.
  return { mean, low: Math.max(0, mean - error - resolution), high: Math.max(failed + resolution, mean + error) };
}

/** Half width of the 95 % limits of mean arrivals: by what the samples strayed, and never less than arrivals stray at best, which come by chance. */
function errorOf({ demand: { mean, se, n }, from, to }: CarriedStep): number {
  const sampled = n > 1 ? studentTQuantile(TWO_SIDED_95, n - 1) * se : 0;
  const counted = to > from ? normalQuantile(TWO_SIDED_95) * Math.sqrt(mean / ((to - from) / 1000)) : 0;
  return Math.max(sampled, counted);
}
