import { inversePrediction } from '../stats/inversePrediction';
import { linearRegression } from '../stats/linearRegression';
import { median } from '../stats/median';
import { quantile } from '../stats/quantile';
import { robustSummary } from '../stats/robustSummary';
import type { CpuPoint } from './CpuPoint';
import { writeNumber as w } from './writeNumber';

/** Use of any resource at which it is taken as full, as for CPU. */
const FULL = 0.8;
const SIGNIFICANT = 0.01;
const FEWEST = 12;

/** Latency in the busiest hours above this times that of ordinary hours has moved. */
const LATENCY_MOVED = 1.5;
const NOISE_SIGMAS = 3;

/**
 * Why CPU is not what ends first, in words; empty when nothing else is seen to move before it. Latency has moved when
 * its median over the busiest tenth of hours is 1.5 times that of the middle fifth and beyond its noise; another
 * resource moves first when it is, or its line says it will be, at 80 % of its limit at a demand below CPU's.
 * @param atCpuLimit requests/s an instance at which the line of CPU meets its limit
 */
export function movesFirst(points: readonly CpuPoint[], atCpuLimit: number): string[] {
  const names = [...new Set(points.flatMap((p) => Object.keys(p.otherSaturation ?? {})))].sort();
  return [latencyMoves(points), ...names.map((name) => resourceMoves(name, points, atCpuLimit))].filter(
    (reason): reason is string => reason !== null
  );
}

function latencyMoves(points: readonly CpuPoint[]): string | null {
  const seen = points.filter((p) => p.latency !== undefined && Number.isFinite(p.latency));
  const demand = seen.map((p) => p.demand);
  const between = (from: number, to: number) => {
    const [low, high] = [quantile(demand, from) ?? 0, quantile(demand, to) ?? 0];
    return robustSummary(seen.filter((p) => p.demand >= low && p.demand <= high).map((p) => p.latency ?? NaN));
  };
  const ordinary = between(0.4, 0.6);
  const busy = between(0.9, 1);
  if (ordinary === null || busy === null || ordinary.n + busy.n < FEWEST) {
    return null;
  }
  const moved = busy.median > LATENCY_MOVED * ordinary.median;
  const beyondNoise = busy.median > ordinary.median + NOISE_SIGMAS * ordinary.sigma;
  return moved && beyondNoise
    ? `latency rises from ${w(ordinary.median)} s in ordinary hours to ${w(busy.median)} s in busy ones, before CPU is at its limit`
    : null;
}

function resourceMoves(name: string, points: readonly CpuPoint[], atCpuLimit: number): string | null {
  const use = points.map((p) => p.otherSaturation?.[name] ?? NaN);
  const demand = points.map((p) => p.demand);
  const high = quantile(demand, 0.9) ?? 0;
  const busiest = median(use.filter((_, i) => (demand[i] ?? 0) >= high));
  if (busiest !== null && busiest >= FULL) {
    return `${name} is at ${w(busiest * 100)} % of its limit in the busiest hours already`;
  }
  const line = linearRegression(demand, use);
  if (!line.ok || line.value.n < FEWEST || line.value.slopeP > SIGNIFICANT) {
    return null;
  }
  const crossing = inversePrediction(line.value, FULL, { kind: 'prediction', level: 0.9, sides: 'two' });
  return crossing.kind === 'crossing' && crossing.middle < atCpuLimit
    ? `${name} reaches ${FULL * 100} % of its limit at ${w(crossing.middle)} requests/s, before CPU at ${w(atCpuLimit)}`
    : null;
}
