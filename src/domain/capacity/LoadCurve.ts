/** How one quantity of an instance (latency, seconds) went with its demand (requests/s) in earlier runs. */
export interface LoadCurve {
  /** In rising order of demand; values above 0. */
  readonly points: ReadonlyArray<{ readonly demand: number; readonly value: number; /** Standard error of ln(value); absent = taken as exact. */ readonly error?: number }>;
  /** Where it comes from, for people: `run of 2026-05-03, version 1.4`. */
  readonly source: string;
}

/** Value at a demand, linear between points; null outside of what was measured: a curve is never extrapolated. */
export const valueAtLoad = ({ points }: LoadCurve, demand: number): number | null => between(points, demand, (p) => p.value);

/** Standard error of ln(value) at a demand; null outside of what was measured. */
export const errorAtLoad = ({ points }: LoadCurve, demand: number): number | null => between(points, demand, (p) => p.error ?? 0);

function between(points: LoadCurve['points'], demand: number, of: (point: LoadCurve['points'][number]) => number): number | null {
  const above = points.findIndex((p) => p.demand >= demand);
  const right = points[above];
  if (right === undefined || !Number.isFinite(demand)) {
    return null;
  }
  if (right.demand === demand) {
    return of(right);
  }
  const left = points[above - 1];
  return left === undefined ? null : of(left) + ((of(right) - of(left)) * (demand - left.demand)) / (right.demand - left.demand);
}
