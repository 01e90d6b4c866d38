/** How one quantity of an instance (latency, seconds) went with its demand (requests/s) in earlier runs. */
export interface LoadCurve {
  /** In rising order of demand; values above 0. */
  readonly points: ReadonlyArray<{ readonly demand: number; readonly value: number }>;
  /** Where it comes from, for people: `run of 2026-05-03, version 1.4`. */
  readonly source: string;
}

/** Value at a demand, linear between points; null outside of what was measured: a curve is never extrapolated. */
export function valueAtLoad({ points }: LoadCurve, demand: number): number | null {
  const above = points.findIndex((p) => p.demand >= demand);
  const right = points[above];
  if (right === undefined || !Number.isFinite(demand)) {
    return null;
  }
  if (right.demand === demand) {
    return right.value;
  }
  const left = points[above - 1];
  return left === undefined ? null : left.value + ((right.value - left.value) * (demand - left.demand)) / (right.demand - left.demand);
}
