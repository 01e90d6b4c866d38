import { inversePrediction, type InversePrediction } from '../stats/inversePrediction';
import type { Benchmark } from './Benchmark';
import { refuseEstimate, type CpuEstimate, type CpuEstimateRefused } from './CpuEstimate';
import { cpuLine } from './cpuLine';
import type { CpuPoint } from './CpuPoint';
import { demandVariation, FEWEST_HOURS, LEAST_VARIATION } from './demandVariation';
import { movesFirst } from './movesFirst';
import { pointsOfOneVersion, type VersionChoice } from './pointsOfOneVersion';
import { writeNumber as w } from './writeNumber';

// Outline: take hours of one version; refuse what cannot carry a line (too few, too alike, bent, not rising); read the
// line of CPU against demand at 80 % of the cores: the lower end is where the upper 90 % prediction bound meets it,
// the upper end where the lower bound does; never beyond 1.5 times the greatest demand an instance was seen to carry.
// When latency or another resource moves first, the result only bounds the truth from above.
// Source: design/product, "Capacity arithmetic, exactly"; Fieller's theorem for the inverse prediction.

/** Share of the cores at which CPU is taken as full. */
export const CPU_FULL = 0.8;

/** How far beyond the greatest demand seen an estimate may reach. */
export const FURTHEST = 1.5;

const BAND = { kind: 'prediction', level: 0.9, sides: 'two' } as const;

export interface CpuEstimateInput {
  /** Hours, in any order; points that are not finite or below 0 are left out. */
  readonly points: readonly CpuPoint[];
  /** CPU limit of one instance; null when not known. */
  readonly coresPerInstance: number | null;
  readonly spec: string | null;
  /** When the estimate is made, epoch milliseconds. */
  readonly now: number;
}

/** What one instance carries, estimated from CPU against demand, or why the data cannot say. */
export function estimateBenchmarkFromCpu(input: CpuEstimateInput): CpuEstimate {
  const cores = input.coresPerInstance;
  if (cores === null || !(Number.isFinite(cores) && cores > 0)) {
    const reason = 'the CPU limit of an instance is not known';
    return refuseEstimate('no-cores', reason, 'state cores per instance in the catalogue');
  }
  const sound = input.points.filter(isSound);
  const choice = pointsOfOneVersion(sound);
  if (choice.kind === 'mixed') {
    const reason = `${choice.versions.join(', ')} spend CPU differently and the newest has too few or too similar hours`;
    return refuseEstimate('mixed-versions', reason, 'wait for a day of the newest version');
  }
  const dropped = input.points.length - sound.length;
  const note = dropped > 0 ? ` (${dropped} without numbers left out)` : '';
  return refuseThin(choice.points) ?? estimateFrom({ ...choice, line: choice.line + note }, cores, input);
}

type Points = Extract<VersionChoice, { kind: 'points' }>;

function estimateFrom({ points, version, line }: Points, cores: number, input: CpuEstimateInput): CpuEstimate {
  const fitted = cpuLine(points);
  if (!fitted.ok) {
    return fitted.error;
  }
  const cpuLimit = CPU_FULL * cores;
  const limitText = `${CPU_FULL * 100} % of ${w(cores)} cores`;
  const crossing = inversePrediction(fitted.value.fit, cpuLimit, BAND);
  if (crossing.kind === 'none' || crossing.low <= 0) {
    const reason = `CPU at rest may already be at ${limitText}`;
    return refuseEstimate('limit-below-idle', reason, 'check cores per instance, or run a load test');
  }
  const { low, high, extrapolated, lines: capLines } = capped(crossing, points);
  const first = movesFirst(points, crossing.middle);
  const lines = [
    line,
    ...fitted.value.lines,
    `${limitText} = ${w(cpuLimit)} cores, met by the upper 90 % prediction bound at ${w(crossing.low)} requests/s`,
    ...capLines,
    ...first,
  ];
  const bound = first.length > 0 ? { upperBoundOnly: true, note: first[0] ?? null } : {};
  return {
    kind: 'estimate',
    benchmark: { ...benchmarkOf(input, version, lines), low, high, extrapolated, ...bound },
    quality: extrapolated ? 'extrapolated' : 'estimated',
    fit: fitted.value.fit,
    used: points,
    cpuLimit,
    lines,
  };
}

const isSound = (p: CpuPoint): boolean =>
  Number.isFinite(p.demand) && Number.isFinite(p.cpu) && p.demand >= 0 && p.cpu >= 0;

function refuseThin(points: readonly CpuPoint[]): CpuEstimateRefused | null {
  if (points.length < FEWEST_HOURS) {
    const reason = `${points.length} hours of CPU and demand, ${FEWEST_HOURS} are needed`;
    return refuseEstimate('too-few-points', reason, 'wait for more history, or declare a benchmark');
  }
  const variation = demandVariation(points);
  // Rounded down: 1.499 is not "1.5, 1.5 is needed".
  const reason = `demand varies too little: high hours are ${Math.floor(variation * 100) / 100} times low ones, ${LEAST_VARIATION} is needed`;
  return variation < LEAST_VARIATION
    ? refuseEstimate('too-little-variation', reason, 'run a load test or declare a benchmark')
    : null;
}

interface Capped {
  readonly low: number;
  readonly high: number | null;
  readonly extrapolated: boolean;
  readonly lines: readonly string[];
}

function capped(crossing: Extract<InversePrediction, { kind: 'crossing' }>, points: readonly CpuPoint[]): Capped {
  const seen = points.reduce((most, p) => Math.max(most, p.demand), 0);
  const furthest = FURTHEST * seen;
  const high = crossing.high !== null && crossing.high <= furthest ? crossing.high : null;
  if (crossing.low > furthest) {
    const line = `held at ${FURTHEST} × the greatest demand seen = ${FURTHEST} × ${w(seen)} = ${w(furthest)} requests/s`;
    return { low: furthest, high: null, extrapolated: true, lines: [line] };
  }
  const beyond = crossing.low > seen;
  const line = `beyond the greatest demand seen (${w(seen)} requests/s): extrapolated`;
  return { low: crossing.low, high, extrapolated: beyond, lines: beyond ? [line] : [] };
}

function benchmarkOf(
  { points, spec, now }: CpuEstimateInput,
  version: string | null,
  lines: readonly string[]
): Omit<Benchmark, 'low' | 'high'> {
  const times = points.map((p) => p.at);
  const from = times.reduce((a, b) => Math.min(a, b), Infinity);
  const to = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    origin: 'estimated',
    at: now,
    by: null,
    version,
    spec,
    note: null,
    evidence: { origins: [{ kind: 'derived', lines }], asOf: to, window: { from, to } },
  };
}
