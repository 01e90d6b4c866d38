/**
 * Values on a regular grid with explicit gaps. Sample `i` stands at `start + i * step` (epoch milliseconds);
 * NaN is a gap: nothing was reported. Infinity is never stored.
 */
export interface Series {
  readonly start: number;
  readonly step: number;
  readonly values: Float64Array;
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

export const timeAt = (series: Series, index: number): number => series.start + index * series.step;

/** A series of `length` gaps. */
export const emptySeries = (start: number, step: number, length: number): Series => ({
  start,
  step,
  values: new Float64Array(length).fill(NaN),
});

/** The points that hold a value, in time order. */
export function pointsOf(series: Series): Point[] {
  const points: Point[] = [];
  series.values.forEach((value, i) => {
    if (Number.isFinite(value)) {
      points.push({ at: timeAt(series, i), value });
    }
  });
  return points;
}

/** Share of the grid that holds a value, 0 to 1; 0 for an empty grid. */
export function coverageOf(series: Series): number {
  if (series.values.length === 0) {
    return 0;
  }
  return series.values.reduce((n, v) => n + (Number.isFinite(v) ? 1 : 0), 0) / series.values.length;
}

/** The greatest value and when; the earliest of equals. Null when there is no value. */
export function peakOf(series: Series): Point | null {
  let best: Point | null = null;
  series.values.forEach((value, i) => {
    if (Number.isFinite(value) && (best === null || value > best.value)) {
      best = { at: timeAt(series, i), value };
    }
  });
  return best;
}
