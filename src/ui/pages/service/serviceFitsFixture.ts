import { HOUR } from '../../../domain/base/Duration';
import { known } from '../../../domain/base/Figure';
import type { FitView } from '../../../engine/service/ServiceView';
import { FIXTURE_NOW, fixtureEvidence } from './serviceFactsFixture';
import { demandAtFixture, wobble } from './serviceSeriesFixture';

interface FitRecipe {
  readonly what: FitView['what'];
  readonly unit: FitView['unit'];
  readonly valueAt: (demand: number, i: number) => number;
  readonly slope: number;
  readonly intercept: number;
  readonly band: number;
  readonly limit: FitView['limit'];
}

const POINTS = 330;

function fitFixture({ what, unit, valueAt, slope, intercept, band, limit }: FitRecipe): FitView {
  const points = Array.from({ length: POINTS }, (_, i) => {
    const at = FIXTURE_NOW - (POINTS - i) * HOUR;
    const demand = demandAtFixture(at) / 30;
    return { demand, value: valueAt(demand, i), at, version: i < 200 ? 'v41' : 'v42' };
  });
  const greatest = Math.max(...points.map((p) => p.demand));
  const end = Math.max(greatest, limit?.demand.known === true ? limit.demand.value * 1.1 : 0);
  const line = Array.from({ length: 41 }, (_, i) => {
    const demand = (end * i) / 40;
    const fitted = intercept + slope * demand;
    return { demand, fitted, low: fitted - band, high: fitted + band, extrapolated: demand > greatest };
  });
  return {
    what,
    unit,
    points,
    fit: { ok: true, line, slope, intercept, r2: 0.962, n: POINTS },
    limit,
    evidence: fixtureEvidence(`service_${what}`),
  };
}

export const cpuFitFixture = (): FitView =>
  fitFixture({
    what: 'cpu',
    unit: 'cores',
    valueAt: (demand, i) => 0.16 + 0.0104 * demand * (i < 200 ? 0.95 : 1) + 0.06 * wobble(i),
    slope: 0.0104,
    intercept: 0.16,
    band: 0.13,
    limit: {
      value: 3.2,
      text: '80 % of 4 cores',
      demand: known(279, 'reqps/instance', 'extrapolated', fixtureEvidence('cpu limit')),
    },
  });

export const p99FitFixture = (): FitView =>
  fitFixture({
    what: 'p99',
    unit: 'seconds',
    valueAt: (demand, i) => 0.05 + 0.00045 * demand + 0.012 * wobble(i * 3),
    slope: 0.00045,
    intercept: 0.05,
    band: 0.02,
    limit: {
      value: 0.25,
      text: 'latency goal',
      demand: known(400, 'reqps/instance', 'extrapolated', fixtureEvidence('p99 limit')),
    },
  });

export const refusedFitFixture = (): FitView => ({
  ...fitFixture({
    what: 'in-flight',
    unit: 'requests',
    valueAt: (d, i) => 0.06 * d + wobble(i),
    slope: 0,
    intercept: 0,
    band: 0,
    limit: null,
  }),
  fit: { ok: false, reason: 'demand varied too little: the greatest hour is only 1.3 times the median' },
});
