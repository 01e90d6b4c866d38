import { linearRegression } from '../stats/linearRegression';
import type { ReportStep, StepFigures } from './RunReport';

/** Demand must spread at least this much for a slope to mean something. */
const LEAST_SPREAD = 1.3;

/**
 * CPU per request of the target over that of its peers, over the carried steps; null = not known. Slopes are compared
 * where demand spread enough on both sides: a process that is nearly idle spends CPU that no request asked for, so that
 * peers relieved of their traffic would look dear. Else the means of CPU over demand.
 */
export function cpuRatioOf(steps: readonly ReportStep[]): number | null {
  const carried = steps.filter(({ result }) => result === 'carried');
  const [ours, theirs] = [slopeOf(carried.map(({ target }) => target)), slopeOf(carried.map(({ peers }) => peers))];
  if (ours !== null && theirs !== null) {
    return ours / theirs;
  }
  const ratios = carried.flatMap(({ target, peers }) => {
    const [mine, others] = [cost(target), cost(peers)];
    return mine !== null && others !== null && others > 0 ? [mine / others] : [];
  });
  return ratios.length === 0 ? null : ratios.reduce((sum, r) => sum + r, 0) / ratios.length;
}

function cost({ cpuCores, demandRps }: StepFigures): number | null {
  return cpuCores === null || demandRps === null || demandRps <= 0 ? null : cpuCores / demandRps;
}

function slopeOf(figures: readonly StepFigures[]): number | null {
  const points = figures.flatMap(({ cpuCores, demandRps }) => (cpuCores === null || demandRps === null || demandRps <= 0 ? [] : [[demandRps, cpuCores] as const]));
  const demand = points.map(([x]) => x);
  if (Math.max(...demand) < LEAST_SPREAD * Math.min(...demand)) {
    return null;
  }
  const fit = linearRegression(demand, points.map(([, y]) => y));
  return fit.ok && fit.value.slope > 0 ? fit.value.slope : null;
}
