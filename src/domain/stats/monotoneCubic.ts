export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Interpolation that rises and falls only where its points do: piecewise cubic Hermite with the slopes of Fritsch and
 * Butland (1984), as SciPy's PchipInterpolator. Null outside of the points: nothing is extrapolated.
 * @param points in rising order of x, at least one
 */
export function monotoneCubic(points: readonly CurvePoint[]): (x: number) => number | null {
  const slopes = slopesOf(points);
  return (x) => {
    const i = points.findIndex((p) => p.x >= x);
    const [right, left] = [points[i], points[i - 1]];
    if (right === undefined || (left === undefined && right.x !== x)) {
      return null;
    }
    if (left === undefined || right.x === x) {
      return right.y;
    }
    const h = right.x - left.x;
    const t = (x - left.x) / h;
    const [m, n] = [slopes[i - 1] ?? 0, slopes[i] ?? 0];
    return left.y * (1 + 2 * t) * (1 - t) ** 2 + h * m * t * (1 - t) ** 2 + right.y * t * t * (3 - 2 * t) + h * n * t * t * (t - 1);
  };
}

function slopesOf(points: readonly CurvePoint[]): readonly number[] {
  const steps = points.slice(1).map((p, i) => p.x - (points[i]?.x ?? p.x));
  const rises = points.slice(1).map((p, i) => (p.y - (points[i]?.y ?? p.y)) / (steps[i] ?? 1));
  return points.map((_, i) => {
    const [before, after, h0, h1] = [rises[i - 1], rises[i], steps[i - 1] ?? 0, steps[i] ?? 0];
    if (before === undefined || after === undefined) {
      return endSlope(before === undefined ? [h1, steps[1] ?? 0, after ?? 0, rises[1]] : [h0, steps[i - 2] ?? 0, before, rises[i - 2]]);
    }
    const [w1, w2] = [2 * h1 + h0, h1 + 2 * h0];
    return before * after <= 0 ? 0 : (w1 + w2) / (w1 / before + w2 / after);
  });
}

/** One-sided three-point estimate, held back so that the shape is kept. */
function endSlope([h0, h1, rise, next]: readonly [number, number, number, number | undefined]): number {
  if (next === undefined) {
    return rise;
  }
  const slope = ((2 * h0 + h1) * rise - h0 * next) / (h0 + h1);
  if (slope * rise <= 0) {
    return 0;
  }
  return rise * next < 0 && Math.abs(slope) > 3 * Math.abs(rise) ? 3 * rise : slope;
}
