import { DAY, MINUTE } from '../../domain/base/Duration';
import { known } from '../../domain/base/Figure';
import { facts } from '../../domain/capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import { DEFAULT_POLICY } from '../../domain/catalogue/TierPolicy';
import type { Tier } from '../../domain/catalogue/Tier';
import { benchmarkFixture } from './benchmarkFixture';
import { NOW } from './NOW';
import { historyEvidence, nowEvidence } from './queryEvidence';

export interface FactsChanges extends Partial<Omit<ServiceFacts, 'service' | 'policy'>> {
  readonly name?: string;
  readonly namespace?: string;
  readonly tier?: Tier;
  /** All-time high and third peak, requests/s. */
  readonly peak?: number;
  /** Ready instances. */
  readonly ready?: number;
}

/** A healthy P1 service called checkout, changed where the test says so. */
export function factsFixture({
  name = 'checkout',
  namespace = 'shop',
  tier = 'P1',
  peak = 1000,
  ready = 12,
  ...changes
}: FactsChanges = {}): ServiceFacts {
  const policy = DEFAULT_POLICY[tier];
  const by = `sum by (namespace, service) (rate(http_requests_total{namespace="${namespace}", service="${name}"}[5m]))`;
  const peakFact = (value: number, days: number) => ({
    figure: known(value, 'reqps', 'measured', historyEvidence(`max_over_time(${by}[1d:5m])`)),
    at: NOW - days * DAY,
    window: 5 * MINUTE,
    since: NOW - 90 * DAY,
    censored: false,
  });
  return facts({
    service: serviceRef('prom', 'http', ['namespace', 'service'], { namespace, service: name }),
    tier,
    owner: 'team-shop',
    policy,
    redundancy: policy.redundancy,
    demandNow: known(peak * 0.42, 'reqps', 'measured', nowEvidence(by)),
    errorRatio: known(0.001, 'share', 'measured', nowEvidence(`errors / ${by}`)),
    ath: peakFact(peak, 13),
    thirdPeak: peakFact(peak * 0.82, 6),
    burst: known(1.08, 'factor', 'measured', historyEvidence(`burst of ${by}`)),
    skew: known(1.05, 'factor', 'measured', historyEvidence(`skew of ${by}`)),
    instances: known(
      ready,
      'instances',
      'measured',
      nowEvidence(`count by (namespace, service) (up{service="${name}"})`)
    ),
    zones: new Map([
      ['a', Math.ceil(ready / 3)],
      ['b', Math.ceil((ready - 1) / 3)],
      ['c', Math.floor(ready / 3)],
    ]),
    versions: new Map([['1.42.0', ready]]),
    benchmark: benchmarkFixture(),
    latencySeconds: known(0.08, 'seconds', 'measured', nowEvidence(`p99 of ${name}`)),
    coresPerInstance: 2,
    cpuPerRequest: known(0.004, 'core-seconds/request', 'measured', historyEvidence(`CPU of ${name}`)),
    saturation: [{ resource: 'memory', use: known(0.62, 'share', 'measured', nowEvidence(`memory of ${name}`)) }],
    lastSeen: NOW - 15_000,
    firstSeen: NOW - 90 * DAY,
    ...changes,
  });
}
