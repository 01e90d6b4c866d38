import type { LoadCurve } from '../capacity/LoadCurve';
import { isotonicFit } from '../stats/isotonicFit';
import { monotoneCubic } from '../stats/monotoneCubic';
import { inflation, type SeriesNoise } from '../stats/seriesNoise';
import type { EarlierPoint, EarlierRun } from './EarlierRun';

// Outline: steady stretches of earlier runs, those of nearly one demand taken together by their logarithms; the nearest
// curve that never falls (a queue never gets faster by more work); a monotone cubic between its levels, written out as
// points, since a queue near its limit bends more than a chord allows. The error of a level is what windows of that
// noise leave, what runs differ by, and what an uncertain demand means on a steep curve.

/** Demands this near each other are one. */
const NEAR = 1.05;
const FEWEST_LEVELS = 3;
const LEAST_SPREAD = 1.3;
/** Between two levels. */
const WRITTEN = 6;
/** Demand of a step is known to about this part: it rests on some ten thousand arrivals. */
const DEMAND_ERROR = 0.01;

interface Level {
  readonly demand: number;
  /** Of the value. */
  readonly log: number;
  readonly windows: number;
  readonly count: number;
}

/**
 * Latency of one instance at load in earlier runs, or null when they say too little: fewer than three demands, or hardly
 * apart.
 * @param noise of ln(latency) in a window of `windowMs`; null = not known
 */
export function latencyCurve(runs: readonly EarlierRun[], of: (point: EarlierPoint) => number | null, noise: SeriesNoise | null, windowMs: number): LoadCurve | null {
  const points = runs
    .flatMap((run) => run.points)
    .flatMap((point): Level[] => {
      const value = of(point);
      return value !== null && value > 0 && point.demand > 0 ? [{ demand: point.demand, log: Math.log(value), windows: Math.max(1, point.lastedMs / windowMs), count: 1 }] : [];
    })
    .sort((a, b) => a.demand - b.demand);
  const levels = merged(points);
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined || levels.length < FEWEST_LEVELS || last.demand < LEAST_SPREAD * first.demand) {
    return null;
  }
  const fit = fittedTo(levels);
  const spread = spreadOf(points, levels, fit);
  const curve = monotoneCubic(levels.map(({ demand }, i) => ({ x: demand, y: fit[i] ?? 0 })));
  const error = monotoneCubic(levels.map((level, i) => ({ x: level.demand, y: Math.hypot(noiseOf(level, noise), spread / Math.sqrt(level.count), DEMAND_ERROR * steepness(levels, fit, i)) })));
  const demands = levels.flatMap(({ demand }, i) => writtenOut(demand, levels[i + 1]?.demand ?? null));
  return { source: sourceOf(runs), points: demands.map((demand) => ({ demand, value: Math.exp(curve(demand) ?? 0), error: error(demand) ?? 0 })) };
}

function merged(points: readonly Level[]): readonly Level[] {
  const found: Level[] = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last === undefined || point.demand > NEAR * last.demand) {
      found.push(point);
      continue;
    }
    const windows = last.windows + point.windows;
    const mean = (of: (level: Level) => number): number => (of(last) * last.windows + of(point) * point.windows) / windows;
    found[found.length - 1] = { demand: mean((l) => l.demand), log: mean((l) => l.log), windows, count: last.count + point.count };
  }
  return found;
}

function fittedTo(levels: readonly Level[]): readonly number[] {
  const blocks = isotonicFit(levels.map((l) => l.log), levels.map((l) => l.windows));
  return blocks.flatMap(({ level, from, to }) => Array.from({ length: to - from + 1 }, () => level));
}

/** Standard deviation of what single stretches differ from the curve by; 0 where there is one for each level. */
function spreadOf(points: readonly Level[], levels: readonly Level[], fit: readonly number[]): number {
  if (points.length <= levels.length) {
    return 0;
  }
  const squares = points.reduce((sum, { demand, log }) => {
    const nearest = levels.reduce((best, l, i) => (Math.abs(l.demand - demand) < Math.abs((levels[best]?.demand ?? Infinity) - demand) ? i : best), 0);
    return sum + (log - (fit[nearest] ?? log)) ** 2;
  }, 0);
  return Math.sqrt(squares / (points.length - levels.length));
}

function noiseOf({ windows }: Level, noise: SeriesNoise | null): number {
  return noise === null ? 0 : noise.sd * Math.sqrt(inflation(Math.max(1, Math.round(windows)), noise.correlation) / windows);
}

/** d ln(value) / d ln(demand), the steeper side. */
function steepness(levels: readonly Level[], fit: readonly number[], i: number): number {
  const between = (a: number, b: number): number => {
    const [left, right] = [levels[a], levels[b]];
    return left === undefined || right === undefined ? 0 : ((fit[b] ?? 0) - (fit[a] ?? 0)) / Math.log(right.demand / left.demand);
  };
  return Math.max(between(i - 1, i), between(i, i + 1));
}

const writtenOut = (from: number, to: number | null): readonly number[] => (to === null ? [from] : Array.from({ length: WRITTEN }, (_, i) => from + ((to - from) * i) / WRITTEN));

function sourceOf(runs: readonly EarlierRun[]): string {
  const [newest, ...others] = [...runs].sort((a, b) => b.at - a.at);
  if (newest === undefined) {
    return 'no run';
  }
  const version = newest.version === null ? '' : `, version ${newest.version}`;
  const more = others.length === 0 ? '' : ` and ${others.length} before it`;
  return `run ${newest.runId} of ${new Date(newest.at).toISOString().slice(0, 16).replace('T', ' ')} UTC on ${newest.target}${version}${more}`;
}
