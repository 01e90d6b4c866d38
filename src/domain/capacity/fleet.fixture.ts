import { DAY, HOUR } from '../base/Duration';
import { serviceRef } from '../catalogue/ServiceRef';
import type { Tier } from '../catalogue/Tier';
import type { FleetRow } from './FleetRow';
import { judgeService } from './judgeService';
import { benchmark, facts, measured, NOW } from './serviceFacts.fixture';
import type { ServiceFacts } from './ServiceFacts';

const EVEN = (n: number) => ({
  instances: measured(3 * n, 'instances'),
  zones: new Map([
    ['a', n],
    ['b', n],
    ['c', n],
  ]),
});

const named = (name: string, tier: Tier, change: Partial<ServiceFacts> = {}): ServiceFacts =>
  facts({ tier, service: serviceRef('prom', 'http', ['service'], { service: name }), ...change });

/** One service of each kind; what is required: P0 47, P1 31, P2 16. */
export const FLEET: readonly ServiceFacts[] = [
  named('fine', 'P1', EVEN(11)),
  named('idle', 'P1', { ...EVEN(40), pricePerInstanceHour: 1 }),
  named('unpriced', 'P1', EVEN(40)),
  named('short by little', 'P0', EVEN(15)),
  named('short by much', 'P0', EVEN(10)),
  named('unknown', 'P0', { benchmark: { reason: 'none', next: 'declare' } }),
  named('uneven', 'P0', {
    zones: new Map([
      ['a', 17],
      ['b', 16],
      ['c', 15],
    ]),
  }),
  named('stale', 'P0', { lastSeen: NOW - HOUR }),
  named('holds', 'P0', { benchmark: benchmark(300, { at: NOW - 30 * DAY }) }),
  named('low tier short', 'P2', EVEN(2)),
];

export const rows = (fleet: readonly ServiceFacts[]): FleetRow[] =>
  fleet.map((f) => ({ facts: f, judgement: judgeService(f, { growth: 0, now: NOW }) }));
