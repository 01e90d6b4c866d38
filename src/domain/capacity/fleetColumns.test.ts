import type { Benchmark } from './Benchmark';
import { fleetColumns, type FleetColumnName } from './fleetColumns';
import { FLEET, rows } from './fleet.fixture';
import { facts, judge, NOW } from './serviceFacts.fixture';
import type { ServiceFacts } from './ServiceFacts';
import { MINUTE } from '../base/Duration';

const cells = (name: string) => {
  const row = rows(FLEET).find((r) => r.facts.service.name === name);
  if (!row) {
    throw new Error(name);
  }
  return Object.fromEntries(Object.entries(fleetColumns).map(([column, { of }]) => [column, of(row)])) as Record<FleetColumnName, unknown>;
};

describe('columns of the fleet frame', () => {
  it('hold what the judgement says of a service that is short', () => {
    expect(cells('short by much')).toMatchObject({
      service: 'short by much',
      tier: 'P0',
      status: 'short',
      owner: 'team-cart',
      instances: 30,
      required: 47,
      spare: -17,
      demand: 1200,
      ath: 4100,
      safeLimit: 260,
      benchmarkOrigin: 'load-test',
      asked: 0.5,
      source: 'prom',
      lastSeen: NOW - MINUTE,
    });
  });

  it('has a required capacity that carries the event demand, and a capacity that does not when instances are short', () => {
    const { requiredCapacity, eventDemand, capacity } = cells('short by much') as Record<string, number>;
    expect(requiredCapacity).toBeGreaterThanOrEqual(eventDemand ?? NaN);
    expect(capacity).toBeLessThan(eventDemand ?? NaN);
  });

  it('leaves what is not known empty and says why', () => {
    const unknown = cells('unknown');
    expect(unknown).toMatchObject({ capacity: null, headroom: null, spare: null, safeLimit: null, requiredCapacity: null });
    expect(unknown.notes).toMatch(/headroom unknown: none/);
  });

  it('links to the service page by its encoded key', () => {
    const row = { facts: facts(), judgement: judge() };
    expect(fleetColumns.link.of(row)).toBe(`/a/headroom-capacity-app/service?key=${encodeURIComponent(row.facts.service.key)}`);
  });

  const estimate: Benchmark = { origin: 'estimated', low: 100, high: null, at: NOW, by: null, version: null, spec: null, note: null, evidence: { origins: [] } };

  it.each<[string, ServiceFacts['benchmark'], string | null]>([
    ['an estimate that another resource bounds', { ...estimate, upperBoundOnly: true }, 'at most'],
    ['a load test that met no limit', { ...estimate, origin: 'load-test' }, 'at least'],
    ['a load test that found the limit', { ...estimate, origin: 'load-test', high: 110 }, null],
    ['a declaration, taken at its word', { ...estimate, origin: 'declared' }, null],
    ['any other', estimate, null],
    ['none', { reason: 'none', next: 'test' }, null],
  ])('says of a safe limit whether it is a bound: %s', (_, benchmark, bound) => {
    expect(fleetColumns.safeLimitBound.of({ facts: facts({ benchmark }), judgement: judge() })).toBe(bound);
  });

  it('says nothing about the age of an estimate', () => {
    const estimated = facts({ benchmark: estimate });
    expect(fleetColumns.benchmarkAt.of({ facts: estimated, judgement: judge() })).toBeNull();
  });
});
