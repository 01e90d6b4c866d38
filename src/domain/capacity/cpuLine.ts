import { err, ok, type Result } from '../base/Result';
import { curvature } from '../stats/curvature';
import type { LinearFit } from '../stats/LinearFit';
import { linearRegression } from '../stats/linearRegression';
import { regressionBand } from '../stats/regressionBand';
import { regressionThroughOrigin } from '../stats/regressionThroughOrigin';
import { refuseEstimate, type CpuEstimateRefused } from './CpuEstimate';
import type { CpuPoint } from './CpuPoint';
import { writeNumber as w } from './writeNumber';

export interface CpuLine {
  readonly fit: LinearFit;
  readonly lines: readonly string[];
}

const SIGNIFICANT = 0.01;

/** A bend of less than this share of the range of CPU does not matter, however certain it is. */
const LEAST_BEND = 0.05;

/**
 * Line of CPU an instance against demand an instance, or why there is none. An instance cannot use less than no CPU at
 * rest: an intercept that is negative beyond noise is put to 0.
 */
export function cpuLine(points: readonly CpuPoint[]): Result<CpuLine, CpuEstimateRefused> {
  const demand = points.map((p) => p.demand);
  const cpu = points.map((p) => p.cpu);
  const free = linearRegression(demand, cpu);
  if (!free.ok) {
    return err(refuseEstimate('too-little-variation', free.error.message, LOAD_TEST));
  }
  if (free.value.slope <= 0 || free.value.slopeP > SIGNIFICANT) {
    return err(
      refuseEstimate(
        'no-relation',
        'CPU does not rise with demand',
        `check that CPU is joined to the right service, or ${LOAD_TEST}`
      )
    );
  }
  const bend = curvature(demand, cpu);
  if (bend.ok && bend.value.p < SIGNIFICANT && bend.value.effect >= LEAST_BEND) {
    const way = bend.value.sign > 0 ? 'ever faster' : 'ever slower';
    const reason = `CPU rises ${way} with demand: it bends by ${w(bend.value.effect * 100)} % of its range, no line can say where it ends`;
    return err(refuseEstimate('curvature', reason, LOAD_TEST));
  }
  return ok(withIntercept(free.value, demand, cpu));
}

const LOAD_TEST = 'run a load test or declare a benchmark';

function withIntercept(free: LinearFit, demand: readonly number[], cpu: readonly number[]): CpuLine {
  const beyondNoise = regressionBand(free, { kind: 'confidence', level: 0.95, sides: 'one' })(0).upper < 0;
  const origin = beyondNoise ? regressionThroughOrigin(demand, cpu) : null;
  if (origin?.ok) {
    const note = `intercept ${w(free.intercept)} cores is below 0 beyond noise: the line is put through 0`;
    return { fit: origin.value, lines: [note, describe(origin.value)] };
  }
  return { fit: free, lines: [describe(free)] };
}

function describe(fit: LinearFit): string {
  const quality = fit.rSquared === null ? '' : `, R² ${w(fit.rSquared)}`;
  return `CPU = ${w(fit.intercept)} + ${w(fit.slope)} × demand (cores, requests/s an instance; ${fit.n} hours${quality})`;
}
