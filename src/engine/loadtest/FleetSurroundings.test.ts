import { NEVER, of, type Observable } from 'rxjs';
import { err, ok } from '../../domain/base/Result';
import { benchmark, facts } from '../../domain/capacity/serviceFacts.fixture';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import { plan } from '../../domain/ramp/run.fixture';
import { AbortError } from '../../ports/AbortError';
import type { FiringAlerts } from '../../ports/FiringAlerts';
import type { LabelledValue, Metrics, RawMetrics } from '../../ports/Metrics';
import type { Router } from '../../ports/Router';
import type { RoutingAccessStore } from '../../ports/RoutingAccess';
import { HALF_READ, stateOf } from '../datasource/testing/stateOf';
import type { FleetState } from '../fleet/FleetState';
import { nowState, readingsOf, SHOP } from '../fleet/testing/readingsOf';
import { JumpClock } from '../queries/testing/JumpClock';
import { FleetSurroundings } from './FleetSurroundings';

const NOW = 1_000_000;
const SERVICE = serviceRef('prom', 'test-http', ['namespace', 'service'], SHOP);
const READINGS = readingsOf({ 'demand-now': nowState('demand-now', [[SHOP, 100]]) });
const DONE = stateOf([facts({ service: SERVICE })], { readings: [READINGS] });

type Loaded = Awaited<ReturnType<RoutingAccessStore['load']>>;
const stats = { milliseconds: 1, bytes: 1, samples: null, warnings: [] };
const value = (labels: Record<string, string>, number: number): LabelledValue => ({ labels, value: number, at: NOW });

interface Surroundings {
  readonly states?: Observable<FleetState>;
  readonly access?: readonly Loaded[];
  readonly pool?: Router['pool'];
  readonly grafana?: Awaited<ReturnType<FiringAlerts['notQuiet']>>;
  readonly answers?: (expr: string) => readonly LabelledValue[] | null;
}

function surroundings({ states = of(DONE), access = [ok({ url: 'http://keeper', tokenSet: true })], pool, answers = () => [], grafana = ok([]) }: Surroundings = {}) {
  const clock = new JumpClock(NOW);
  let asked = 0;
  const metrics = {
    instant: async (_source: string, expr: string) => {
      const data = answers(expr);
      return data === null ? err({ kind: 'unavailable', message: 'away', status: 0, expr }) : ok({ data, stats });
    },
    raw: async () => ok({ data: [], stats }),
  } as unknown as Metrics & RawMetrics;
  const members = { kind: 'done', value: { members: [{ id: 'a' }, { id: 'b' }] } };
  const around = new FleetSurroundings({
    fleet: { state: () => states },
    metrics,
    alerts: { notQuiet: async () => grafana },
    access: { load: async () => access[Math.min(asked++, access.length - 1)] as Loaded },
    router: { pool: pool ?? (async () => members) } as unknown as Router,
    identity: { mayRunTests: true },
    clock,
  });
  return { around, clock, asked: () => asked };
}

const { signal } = new AbortController();

const told = (by: string, name: string) => ({ by, known: true, alerts: [{ name, about: SERVICE.name, state: 'firing' }] });

describe('whether an endpoint is configured', () => {
  it.each<[string, Loaded, boolean]>([
    ['an address is stored', ok({ url: 'http://keeper', tokenSet: true }), true],
    ['none is stored', ok({ url: null, tokenSet: false }), false],
    ['a Viewer may not read the settings', err({ kind: 'forbidden', message: 'no' }), true],
    ['Grafana is away', err({ kind: 'unreachable', message: 'no' }), false],
  ])('%s', async (_name, loaded, expected) => {
    expect(await surroundings({ access: [loaded] }).around.configured()).toBe(expected);
  });

  it('is asked again after a while, not at each look', async () => {
    const { around, clock, asked } = surroundings({ access: [ok({ url: null, tokenSet: false }), ok({ url: 'http://keeper', tokenSet: true })] });
    expect([await around.configured(), await around.configured(), asked()]).toEqual([false, false, 1]);
    clock.time += 10_000;
    expect([await around.configured(), asked()]).toEqual([true, 2]);
  });
});

describe('the telemetry of a plan', () => {
  const known = plan({ service: SERVICE.key });

  it('is there for a service of the fleet, also while its history is being read', async () => {
    const half = stateOf([facts({ service: SERVICE })], { readings: [READINGS], view: { progress: HALF_READ } });
    expect(await surroundings().around.telemetryFor(known)).not.toBeNull();
    expect(await surroundings({ states: of(half) }).around.telemetryFor(known)).not.toBeNull();
  });

  it.each<[string, Observable<FleetState>, string]>([
    ['another service', of(DONE), 'nobody'],
    ['a fleet that never comes', NEVER, SERVICE.key],
  ])('is null for %s', async (_name, states, service) => {
    expect(await surroundings({ states }).around.telemetryFor(plan({ service }))).toBeNull();
  });

  it('brings what the fleet knows and what is asked once', async () => {
    const answers = (expr: string) => (expr.startsWith('ALERTS') ? [value({ alertname: 'B', ...SHOP }, 1), value({ alertname: 'Elsewhere', service: 'other' }, 1)] : [value({}, 777)]);
    const autoscaler = { min: 3, max: 9, desired: null };
    const states = of(stateOf([facts({ service: SERVICE, benchmark: benchmark(260), autoscaler, coresPerInstance: 4, eventFactor: null })], { readings: [READINGS] }));
    const telemetry = await surroundings({ states, answers, grafana: ok([{ name: 'Slow', labels: { job: SERVICE.name }, state: 'firing' }]) }).around.telemetryFor(known);
    expect(await telemetry?.facts(signal)).toMatchObject({
      ok: true,
      value: { alerts: [told('Prometheus', 'B'), told('Grafana', 'Slow')], peakTodayRps: 777, safeLimitRps: 260, service: { tier: 'P0', ath: { figure: { value: 4100 } } }, cores: 4, autoscaler: { min: 3, max: 9 }, targetMatches: 0 },
    });
  });

  it('says not known where the metrics do not answer', async () => {
    const states = of(stateOf([facts({ service: SERVICE, benchmark: { reason: 'none', next: 'test' }, autoscaler: null })], { readings: [READINGS] }));
    const telemetry = await surroundings({ states, answers: () => null, grafana: err({ kind: 'forbidden', message: 'you may not' }) }).around.telemetryFor(known);
    expect(await telemetry?.facts(signal)).toMatchObject({ ok: true, value: { alerts: [{ by: 'Prometheus', known: false, reason: 'away' }, { by: 'Grafana', known: false, reason: 'you may not' }], peakTodayRps: null, safeLimitRps: null, autoscaler: null } });
  });

  it('knows the dependencies a plan names, and says which are not in the fleet', async () => {
    const named = (service: string) => ({ service, direction: 'downstream' as const, p99Seconds: null, pool: null });
    const gone = JSON.stringify(['prom', 'test-http', 'shop', 'gone']);
    const telemetry = await surroundings().around.telemetryFor(plan({ service: SERVICE.key, dependencies: [named(SERVICE.key), named(gone)] }));
    const facts = await telemetry?.facts(signal);
    expect(facts?.ok && Object.keys(facts.value.guardNotes?.dependencies ?? {})).toEqual(['shop/gone']);
  });

  it('goes on without members when a stop elsewhere aborted the question', async () => {
    const pool = () => Promise.reject(new AbortError());
    const telemetry = await surroundings({ pool }).around.telemetryFor(known);
    expect(await telemetry?.read(10_000, signal)).toMatchObject({ ok: true, value: { subjects: [], now: null } });
  });
});

describe('facts for a plan', () => {
  it('are those of the fleet', async () => {
    const found = await surroundings().around.planFacts(SERVICE.key, 'p', 'a');
    expect(found).toMatchObject({ service: SERVICE.key, pool: 'p', target: 'a', members: 2, tier: 'P0', benchmarkRps: 260, poolRps: 1200, p99Seconds: null, scrapeMs: 15_000 });
  });

  it('take no guess for a load test', async () => {
    const states = of(stateOf([facts({ service: SERVICE, benchmark: benchmark(260, { origin: 'estimated' }) })], { readings: [READINGS] }));
    expect((await surroundings({ states }).around.planFacts(SERVICE.key, 'p', 'a'))?.benchmarkRps).toBeNull();
  });
});

it('links to the service over the time of a run', () => {
  expect(surroundings().around.link('k"', 10.4, 20.2)).toBe('/a/headroom-capacity-app/service?key=k%22&from=10&to=21');
});

it('links to its dashboard over the same time', () => {
  expect(surroundings().around.dashboard(SERVICE.key, 10.4, 20.2)).toBe('/d/headroom-service?var-service=shop%2Fcart&from=10&to=21');
});
