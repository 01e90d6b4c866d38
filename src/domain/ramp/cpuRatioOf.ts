import { linearRegression } from '../stats/linearRegression';
import { median } from '../stats/median';
import type { ReportStep, StepFigures } from './RunReport';

/** Demand must spread at least this much for a slope to mean something. */
const LEAST_SPREAD = 1.3;
/** Standard error of a quotient of slopes, as a part of it, up to which it is used. */
const MOST_ERROR = 0.1;

/**
 * CPU per request of the target over that of the p90 of its peers, over the carried steps; null = not known. Slopes are
 * compared where both are known to a tenth: a process that is nearly idle spends CPU that no request asked for, so that
 * peers relieved of their traffic would look dear. Else the means of CPU over demand. Slopes are those of the peers' mean,
 * which a few steps tell better than those of each peer; how much dearer their p90 is than their mean is what instances
 * show side by side in a step, where all idle alike. Where no step tells that, the mean stands.
 */
export function cpuRatioOf(steps: readonly ReportStep[]): number | null {
  const carried = steps.filter(({ result }) => result === 'carried');
  const spread = median(carried.flatMap(({ peerSpread }) => peerSpread ?? [])) ?? 1;
  const ratio = ofSlopes(carried) ?? ofMeans(carried);
  return ratio === null ? null : ratio / spread;
}

function ofSlopes(carried: readonly ReportStep[]): number | null {
  const [ours, theirs] = [slopeOf(carried.map(({ target }) => target)), slopeOf(carried.map(({ peers }) => peers))];
  return ours !== null && theirs !== null && Math.hypot(ours.error, theirs.error) <= MOST_ERROR ? ours.slope / theirs.slope : null;
}

function ofMeans(carried: readonly ReportStep[]): number | null {
  const ratios = carried.flatMap(({ target, peers }) => {
    const [mine, others] = [cost(target), cost(peers)];
    return mine !== null && others !== null && others > 0 ? [mine / others] : [];
  });
  return ratios.length === 0 ? null : ratios.reduce((sum, r) => sum + r, 0) / ratios.length;
}

function cost({ cpuCores, demandRps }: StepFigures): number | null {
  return cpuCores === null || demandRps === null || demandRps <= 0 ? null : cpuCores / demandRps;
}

/** With its standard error as a part of it. */
function slopeOf(figures: readonly StepFigures[]): { readonly slope: number; readonly error: number } | null {
  const points = figures.flatMap(({ cpuCores, demandRps }) => (cpuCores === null || demandRps === null || demandRps <= 0 ? [] : [[demandRps, cpuCores] as const]));
  const demand = points.map(([x]) => x);
  if (Math.max(...demand) < LEAST_SPREAD * Math.min(...demand)) {
    return null;
  }
  const fit = linearRegression(demand, points.map(([, y]) => y));
  return fit.ok && fit.value.slope > 0 ? { slope: fit.value.slope, error: fit.value.slopeError / fit.value.slope } : null;
}
