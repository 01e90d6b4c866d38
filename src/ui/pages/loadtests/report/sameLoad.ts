import type { ReportStep, StepFigures } from '../../../../domain/ramp/RunReport';

export interface SameLoadPair {
  /** Of the first run, requests/s. */
  readonly demand: number;
  readonly one: StepFigures;
  readonly two: StepFigures;
}

/** Two steps count as the same load when their demand differs by less than this share. */
const CLOSE = 0.1;

/** Steps of two runs at about the same demand, each used once, in rising order. */
export function sameLoad(one: readonly ReportStep[], two: readonly ReportStep[]): readonly SameLoadPair[] {
  const left = [...two].filter((step) => step.target.demandRps !== null);
  const pairs: SameLoadPair[] = [];
  for (const step of [...one].sort((a, b) => (a.target.demandRps ?? 0) - (b.target.demandRps ?? 0))) {
    const demand = step.target.demandRps;
    if (demand === null || !(demand > 0)) {
      continue;
    }
    const distance = (other: ReportStep) => Math.abs((other.target.demandRps ?? Infinity) / demand - 1);
    const nearest = left.reduce<ReportStep | null>((best, other) => (best === null || distance(other) < distance(best) ? other : best), null);
    if (nearest !== null && distance(nearest) < CLOSE) {
      left.splice(left.indexOf(nearest), 1);
      pairs.push({ demand, one: step.target, two: nearest.target });
    }
  }
  return pairs;
}
