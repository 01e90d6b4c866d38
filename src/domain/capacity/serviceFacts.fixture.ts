import { HOUR, MINUTE } from '../base/Duration';
import { known, unknown, type Figure } from '../base/Figure';
import type { Unit } from '../base/Unit';
import { serviceRef } from '../catalogue/ServiceRef';
import type { Tier } from '../catalogue/Tier';
import { DEFAULT_POLICY } from '../catalogue/TierPolicy';
import type { Benchmark, NoBenchmark } from './Benchmark';
import type { JudgeOptions } from './JudgeOptions';
import type { Judgement } from './Judgement';
import { judgeService } from './judgeService';
import type { PeakFact, ServiceFacts } from './ServiceFacts';

export const NOW = Date.UTC(2026, 5, 15, 12);

export const measured = (value: number, unit: Unit): Figure =>
  known(value, unit, 'measured', {
    origins: [{ kind: 'query', source: 'prom', expr: `${unit}_question` }],
    asOf: NOW - MINUTE,
    coverage: 0.99,
  });

export const peak = (value: number, change: Partial<PeakFact> = {}): PeakFact => ({
  figure: measured(value, 'reqps'),
  at: NOW - 40 * 24 * HOUR,
  window: 5 * MINUTE,
  since: NOW - 90 * 24 * HOUR,
  censored: false,
  ...change,
});

export const benchmark = (low: number, change: Partial<Benchmark> = {}): Benchmark => ({
  origin: 'load-test',
  low,
  high: low * 1.05,
  at: NOW - 10 * 24 * HOUR,
  by: 'ada',
  version: null,
  spec: null,
  note: null,
  evidence: { origins: [{ kind: 'declared', by: 'ada', at: NOW - 10 * 24 * HOUR }] },
  ...change,
});

/** A P0 with 4100 requests/s at peak, 260 an instance and 48 instances evenly over three zones: it holds (47 required). */
export function facts(change: Partial<ServiceFacts> = {}): ServiceFacts {
  const tier: Tier = change.tier ?? 'P0';
  return {
    service: serviceRef('prom', 'http', ['namespace', 'service'], { namespace: 'shop', service: 'cart' }),
    tier,
    tierFrom: 'rule',
    owner: 'team-cart',
    policy: DEFAULT_POLICY[tier],
    redundancy: DEFAULT_POLICY[tier].redundancy,
    demandNow: measured(1200, 'reqps'),
    errorRatio: measured(0.001, 'share'),
    ath: peak(4100),
    thirdPeak: peak(3000),
    athWasEvent: false,
    eventFactor: null,
    burst: measured(1.08, 'factor'),
    skew: measured(1, 'factor'),
    instances: measured(48, 'instances'),
    zones: new Map([
      ['a', 16],
      ['b', 16],
      ['c', 16],
    ]),
    declaredZones: null,
    versions: new Map([['v1', 48]]),
    specs: new Map(),
    autoscaler: null,
    benchmark: benchmark(260),
    concurrencyLimit: null,
    latencySeconds: unknown('seconds', 'no latency histogram'),
    coresPerInstance: null,
    cpuPerRequest: unknown('core-seconds/request', 'no CPU'),
    saturation: [],
    pricePerInstanceHour: null,
    lastSeen: NOW - MINUTE,
    firstSeen: NOW - 90 * 24 * HOUR,
    ...change,
  };
}

/** The verdict on {@link facts} with a change, without growth unless asked. */
export const judge = (change: Partial<ServiceFacts> = {}, options: Partial<JudgeOptions> = {}): Judgement =>
  judgeService(facts(change), { growth: 0, now: NOW, ...options });

export const evenly = (n: number): ReadonlyMap<string, number> =>
  new Map([
    ['a', n],
    ['b', n],
    ['c', n],
  ]);

export const NO_BENCHMARK: NoBenchmark = { reason: 'no benchmark yet', next: 'declare one' };
