import { DAY, HOUR, MINUTE } from '../../../domain/base/Duration';
import type { Evidence } from '../../../domain/base/Evidence';
import { known, unknown } from '../../../domain/base/Figure';
import type { Benchmark } from '../../../domain/capacity/Benchmark';
import { facts } from '../../../domain/capacity/serviceFacts.fixture';
import type { PeakFact, ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { serviceRef } from '../../../domain/catalogue/ServiceRef';

/** The present of all fixtures: a Saturday at noon, UTC. */
export const FIXTURE_NOW = Date.UTC(2026, 10, 21, 12);

export const FIXTURE_SERVICE = serviceRef('prom-uid', 'http-server', ['namespace', 'service'], {
  namespace: 'shop',
  service: 'checkout',
});

/** Evidence of one made-up query. */
export const fixtureEvidence = (expr: string, coverage = 0.998): Evidence => ({
  origins: [
    {
      kind: 'query',
      source: 'prom-uid',
      expr,
      range: { from: FIXTURE_NOW - 90 * DAY, to: FIXTURE_NOW, step: 5 * MINUTE },
    },
  ],
  asOf: FIXTURE_NOW - 30_000,
  window: { from: FIXTURE_NOW - 90 * DAY, to: FIXTURE_NOW },
  coverage,
});

const requests = (fn: string) =>
  `${fn}(sum by (namespace, service) (rate(http_requests_total{namespace="shop",service="checkout"}[5m])))`;

export function peakFixture(value: number, ago: number, more: Partial<PeakFact> = {}): PeakFact {
  const censored = more.censored ?? false;
  return {
    figure: known(
      value,
      'reqps',
      'measured',
      fixtureEvidence(requests('max_over_time')),
      censored ? 'at least' : undefined
    ),
    at: FIXTURE_NOW - ago,
    window: 5 * MINUTE,
    since: FIXTURE_NOW - 90 * DAY,
    censored,
    ...more,
  };
}

export const benchmarkFixture = (more: Partial<Benchmark> = {}): Benchmark => ({
  origin: 'declared',
  low: 260,
  high: 310,
  at: FIXTURE_NOW - 40 * DAY,
  by: 'ada',
  version: 'v41',
  spec: '4 cores, 8 GiB',
  note: 'from the load test of the autumn sale',
  evidence: { origins: [{ kind: 'declared', by: 'ada', at: FIXTURE_NOW - 40 * DAY }] },
  ...more,
});

/** A P0 service with everything known. */
export function serviceFactsFixture(more: Partial<ServiceFacts> = {}): ServiceFacts {
  return facts({
    service: FIXTURE_SERVICE,
    tier: 'P0',
    owner: 'team-checkout',
    demandNow: known(1840, 'reqps', 'measured', fixtureEvidence(requests(''))),
    errorRatio: known(0.0012, 'share', 'measured', fixtureEvidence('errors / requests')),
    ath: peakFixture(4120, 12 * DAY),
    thirdPeak: peakFixture(3480, 6 * DAY),
    burst: known(1.12, 'factor', 'measured', fixtureEvidence('burst')),
    skew: known(1.08, 'factor', 'measured', fixtureEvidence('skew')),
    instances: known(30, 'instances', 'measured', fixtureEvidence('count(up)')),
    zones: new Map([
      ['eu-1a', 10],
      ['eu-1b', 10],
      ['eu-1c', 10],
    ]),
    versions: new Map([['v42', 30]]),
    autoscaler: { min: 12, max: 48, desired: 30 },
    benchmark: benchmarkFixture(),
    concurrencyLimit: 64,
    latencySeconds: known(0.085, 'seconds', 'measured', fixtureEvidence('p99')),
    coresPerInstance: 4,
    cpuPerRequest: known(0.0104, 'core-seconds/request', 'estimated', fixtureEvidence('cpu')),
    saturation: [{ resource: 'CPU', use: known(0.58, 'share', 'measured', fixtureEvidence('cpu use')) }],
    pricePerInstanceHour: 0.19,
    lastSeen: FIXTURE_NOW - 30_000,
    firstSeen: FIXTURE_NOW - 90 * DAY + 3 * HOUR,
    ...more,
  });
}

export const unknownPeakFixture = (reason: string): PeakFact => ({
  figure: unknown('reqps', reason, 'Wait for the first fill to finish.'),
  at: null,
  window: 5 * MINUTE,
  since: null,
  censored: false,
});
