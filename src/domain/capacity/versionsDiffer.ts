import { fUpperTail } from '../stats/fUpperTail';
import { linearRegression } from '../stats/linearRegression';
import type { CpuPoint } from './CpuPoint';

// Outline: one line for all against a line for each version: F = ((SSE1 - SSEk) / (df1 - dfk)) / (SSEk / dfk).
// Source: G. C. Chow, "Tests of equality between sets of coefficients", Econometrica 28 (1960), for k groups.

const SIGNIFICANT = 0.01;

/** Share of the sum of squares that binary rounding can leave. */
const ROUNDING = 1e-20;

/**
 * True when versions spend CPU differently: their lines differ at the 1 % level. Versions too thin for a line of their
 * own are left out of the test; with fewer than two others there is nothing to compare and the answer is false.
 * @param groups points of each version
 */
export function versionsDiffer(groups: ReadonlyArray<readonly CpuPoint[]>): boolean {
  const own = groups.map(residuals).filter((r): r is Residuals => r !== null);
  const pooled = residuals(own.flatMap((r) => [...r.points]));
  if (own.length < 2 || pooled === null) {
    return false;
  }
  const sse = own.reduce((sum, r) => sum + r.sse, 0);
  const df = own.reduce((sum, r) => sum + r.df, 0);
  // Exact lines have no scatter to compare with: any difference beyond rounding is one.
  if (sse <= ROUNDING * pooled.scale) {
    return pooled.sse > 100 * ROUNDING * pooled.scale;
  }
  const explained = Math.max(0, pooled.sse - sse) / (pooled.df - df);
  return fUpperTail(explained / (sse / df), pooled.df - df, df) < SIGNIFICANT;
}

interface Residuals {
  readonly points: readonly CpuPoint[];
  readonly sse: number;
  readonly df: number;
  /** Sum of squares of CPU, to tell rounding from scatter. */
  readonly scale: number;
}

function residuals(points: readonly CpuPoint[]): Residuals | null {
  const fit = linearRegression(
    points.map((p) => p.demand),
    points.map((p) => p.cpu)
  );
  if (!fit.ok) {
    return null;
  }
  const { residualSd, df } = fit.value;
  return { points, df, sse: residualSd ** 2 * df, scale: points.reduce((sum, p) => sum + p.cpu ** 2, 0) };
}
