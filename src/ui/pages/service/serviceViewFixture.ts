import { DAY, MINUTE } from '../../../domain/base/Duration';
import { known, unknown } from '../../../domain/base/Figure';
import type { ApiView, LedgerEntryView, ResourceView, ServiceView } from '../../../engine/service/ServiceView';
import {
  benchmarkFixture,
  FIXTURE_NOW,
  FIXTURE_SERVICE,
  fixtureEvidence,
  peakFixture,
  serviceFactsFixture,
} from './serviceFactsFixture';
import { cpuFitFixture, p99FitFixture, refusedFitFixture } from './serviceFitsFixture';
import { demandAtFixture, hourOfWeekFixture, seriesFixture, wobble } from './serviceSeriesFixture';

export function apiFixture(route: string, share: number, p99: number | null): ApiView {
  const evidence = fixtureEvidence(`api_${route}`);
  return {
    route,
    loadShare: known(share, 'share', 'measured', evidence),
    demand: known(1840 * share, 'reqps', 'measured', evidence),
    p99:
      p99 === null
        ? unknown('seconds', 'too few requests for a p99', undefined, evidence)
        : known(p99, 'seconds', 'measured', evidence),
    demandSeries: seriesFixture(2, 30 * MINUTE, (at) => demandAtFixture(at) * share),
  };
}

export const resourceFixture = (resource: string, share: number): ResourceView => ({
  resource,
  use: known(share, 'share', 'measured', fixtureEvidence(`use of ${resource}`)),
  series: seriesFixture(2, 30 * MINUTE, (at) => share * (0.9 + 0.1 * wobble(at / DAY))),
});

const LEDGER: readonly LedgerEntryView[] = [
  {
    at: FIXTURE_NOW - 12 * DAY,
    value: 4120,
    window: 5 * MINUTE,
    censored: false,
    origin: 'this browser',
    by: null,
    voided: null,
  },
  {
    at: FIXTURE_NOW - 55 * DAY,
    value: 3890,
    window: 5 * MINUTE,
    censored: true,
    origin: 'published',
    by: 'grace',
    voided: null,
  },
  {
    at: FIXTURE_NOW - 70 * DAY,
    value: 9800,
    window: 5 * MINUTE,
    censored: false,
    origin: 'recorded',
    by: null,
    voided: { by: 'ada', reason: 'a crawler was let loose on production' },
  },
];

/** A page with everything on it. */
export function serviceViewFixture(more: Partial<ServiceView> = {}): ServiceView {
  return {
    state: 'ready',
    facts: serviceFactsFixture(),
    range: { from: FIXTURE_NOW - 14 * DAY, to: FIXTURE_NOW },
    demand: seriesFixture(14, 10 * MINUTE, demandAtFixture),
    capacity: seriesFixture(14, 10 * MINUTE, (at) => (at < FIXTURE_NOW - 5 * DAY ? 3650 : 4390)),
    instances: seriesFixture(14, 10 * MINUTE, (at) => (at < FIXTURE_NOW - 5 * DAY ? 25 : 30)),
    demandEvidence: fixtureEvidence('sum by (namespace, service) (rate(http_requests_total[5m]))'),
    peaks: {
      minute: peakFixture(4610, 12 * DAY, { window: MINUTE }),
      hour: peakFixture(3950, 12 * DAY),
      day: peakFixture(2480, 12 * DAY),
      ath: peakFixture(4120, 12 * DAY),
      daily: seriesFixture(
        30,
        DAY,
        (at) => 2200 + 300 * wobble(at / DAY) + (Math.abs(at - (FIXTURE_NOW - 12 * DAY)) < DAY / 2 ? 1800 : 0)
      ),
      ledger: LEDGER,
    },
    hourOfWeek: hourOfWeekFixture(),
    fits: [cpuFitFixture(), p99FitFixture(), refusedFitFixture()],
    apis: [
      apiFixture('POST /cart/{id}/checkout', 0.34, 0.182),
      apiFixture('GET /cart/{id}', 0.29, 0.041),
      apiFixture('GET /shipping/options', 0.14, 0.311),
      apiFixture('POST /coupon/validate', 0.08, 0.096),
      apiFixture('GET /health', 0.05, null),
      apiFixture('other', 0.1, 0.12),
    ],
    apisNote: null,
    resources: [
      resourceFixture('memory', 0.47),
      resourceFixture('CPU', 0.58),
      resourceFixture('connection pool', 0.52),
      resourceFixture('disk', 0.22),
    ],
    autoscaler: {
      min: known(12, 'instances', 'measured', fixtureEvidence('hpa min')),
      max: known(48, 'instances', 'measured', fixtureEvidence('hpa max')),
      desired: known(30, 'instances', 'measured', fixtureEvidence('hpa desired')),
      lag: known(140, 'seconds', 'measured', fixtureEvidence('hpa lag')),
    },
    benchmarks: [
      { id: 'b1', service: FIXTURE_SERVICE.key, benchmark: benchmarkFixture() },
      {
        id: 'b2',
        service: FIXTURE_SERVICE.key,
        benchmark: benchmarkFixture({
          low: 190,
          high: null,
          at: FIXTURE_NOW - 220 * DAY,
          version: 'v33',
          by: 'grace',
          note: null,
        }),
      },
    ],
    notices: [],
    progress: null,
    currency: 'EUR',
    ...more,
  };
}
