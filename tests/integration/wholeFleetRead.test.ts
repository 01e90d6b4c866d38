/**
 * A fleet whose source has everything: versions, zones, autoscaler, limits, saturation, minutes, and in one of two
 * servers the recorded series as well. What is asked is counted; what is found is looked at.
 */
import { filter, firstValueFrom, timeout } from 'rxjs';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import type { Labels } from '../../src/domain/base/Labels';
import { FLEET_KPIS } from '../../src/domain/promql/FleetKpis';
import { RECORDED_NAMES, type RecordedName } from '../../src/domain/promql/RecordedName';
import type { FleetState } from '../../src/engine/fleet/FleetState';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus } from '../support/Prometheus';
import { testFleet, type TestFleet } from './testFleet';

const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
/** Targets are scraped on while a busy machine reads: how often is counted in the last ten minutes. */
const END = NOW + 15 * MINUTE;
const START = NOW - 4 * DAY;
/** A release in the middle of an hour; from then on a request costs twice the CPU. */
const RELEASE = Math.floor((NOW - 2 * DAY) / HOUR) * HOUR + 20 * MINUTE;
const CART = { namespace: 'shop', service: 'cart' };

const secondsAt = (t: number) => (t < RELEASE ? 0.002 : 0.004);
/** Requests per second of one of two instances. */
const rateAt = (t: number) => 100 * (1.5 + Math.sin(t / (3.1 * HOUR)));

function samples(recorded: boolean): string {
  const all = new OpenMetrics(START, END, 15 * SECOND);
  for (const zone of ['a', 'b']) {
    const instance = { ...CART, instance: `cart-${zone}` };
    for (const [version, runs] of [
      ['v1', (t: number) => t < RELEASE],
      ['v2', (t: number) => t >= RELEASE],
    ] as const) {
      const own = { ...instance, zone, version, team: 'carts' };
      all.counter('http_requests_total', { ...own, code: '200', route: '/' }, (t) => (runs(t) ? rateAt(t) : null));
      all.counter('http_requests_total', { ...own, code: '500', route: '/' }, (t) => (runs(t) ? 0.01 : null));
    }
    all.counter('process_cpu_seconds_total', instance, (t) => 0.05 + secondsAt(t) * rateAt(t) + 0.01 * Math.sin(t));
    all.gauge('go_sched_gomaxprocs_threads', instance, 2);
    all.gauge('process_open_fds', instance, 10);
    all.gauge('process_max_fds', instance, 100);
    all.histogram('http_request_duration_seconds', instance, 100, { '0.1': 0.9, '1': 1 }, 0.05);
  }
  for (const bound of ['spec_min', 'spec_max', 'status_desired']) {
    all.gauge(`kube_horizontalpodautoscaler_${bound}_replicas`, { namespace: 'shop', horizontalpodautoscaler: 'cart' }, bound === 'spec_max' ? 6 : 2);
  }
  if (recorded) {
    RECORDED_NAMES.forEach((name) => RECORDED[name](all, name));
  }
  return all.text();
}

const row: Labels = { ...CART, headroom_profile: 'prometheus-http' };
const steady = (value: number, more: Labels = {}) => (all: OpenMetrics, name: string) => all.gauge(name, { ...row, ...more }, value);
const RECORDED: Readonly<Record<RecordedName, (all: OpenMetrics, name: string) => unknown>> = {
  'headroom:demand:rate5m': (all, name) => all.gauge(name, row, (t) => 2 * rateAt(t)),
  'headroom:errors:ratio_rate5m': steady(0.0001),
  'headroom:latency:p99_5m': steady(0.2),
  'headroom:cpu_cores:rate5m': (all, name) => all.gauge(name, row, (t) => 0.1 + 2 * secondsAt(t) * rateAt(t) + 0.02 * Math.sin(t)),
  'headroom:instances:count': (all, name) => {
    all.gauge(name, { ...row, version: 'v1' }, (t) => (t < RELEASE ? 2 : null));
    all.gauge(name, { ...row, version: 'v2' }, (t) => (t < RELEASE ? null : 2));
  },
  'headroom:demand_busiest_instance:rate1h': (all, name) => all.gauge(name, row, rateAt),
  'headroom:saturation:max': steady(0.1, { resource: 'file-descriptors' }),
};

const whole = ({ fleet }: TestFleet): Promise<FleetState> =>
  firstValueFrom(
    fleet.state().pipe(
      filter(({ view }) => view.state === 'ready' && view.progress === null && view.readAt !== null),
      timeout(60_000)
    )
  );

describe.each([
  ['raw series only', false, 14],
  ['recorded series beside the raw ones', true, 15],
])('a whole fleet read, %s', (_name, recorded, most) => {
  let stop: () => Promise<void> = async () => undefined;
  let visit: TestFleet;
  let state: FleetState;

  beforeAll(async () => {
    const prometheus = await startPrometheus({ openMetrics: samples(recorded) });
    stop = prometheus.stop;
    visit = testFleet({ url: () => prometheus.url, settings: { historyDays: 10 } });
    state = await whole(visit);
  });
  afterAll(async () => {
    visit?.fleet.close();
    await stop();
  });

  it('asks no more expressions than promised, with every question of the page answered', () => {
    const [readings] = state.readings;
    const answered = FLEET_KPIS.filter((kpi) => [readings?.now.get(kpi), readings?.history.get(kpi)].some((s) => s?.state === 'read' && s.answer.rows.size > 0));
    // No request failed above 2 %: that question has an answer, and it is empty.
    expect(answered).toEqual(FLEET_KPIS.filter((kpi) => kpi !== 'daily-peak-while-failing'));
    expect(readings?.history.get('daily-peak-while-failing')?.state).toBe('read');
    expect([...(readings?.source.context.recorded ?? [])].sort()).toEqual(recorded ? [...RECORDED_NAMES].sort() : []);
    expect([...visit.expressions.keys()]).toHaveLength(most);
    expect(most).toBeLessThanOrEqual(15);
  });

  it('hands each service what was asked together', () => {
    const [cart] = state.view.services;
    expect(state.view.services).toHaveLength(1);
    expect(cart).toMatchObject({ autoscaler: { min: 2, max: 6, desired: 2 }, coresPerInstance: 2, instances: { value: 2 } });
    expect(cart?.burst.known).toBe(true);
  });

  it('estimates from hours of the release that runs, the hour of the rollout left out', () => {
    const benchmark = state.view.services[0]?.benchmark;
    if (!benchmark || !('low' in benchmark)) {
      throw new Error(`no estimate: ${benchmark?.reason}`);
    }
    expect(benchmark).toMatchObject({ origin: 'estimated', version: 'v2' });
    const hours = Math.floor((NOW - RELEASE) / HOUR);
    const line = benchmark.evidence.origins.flatMap((o) => (o.kind === 'derived' ? o.lines : []))[0] ?? '';
    expect(line).toMatch(/\d+ hours of version v2, other versions left out/);
    expect(Math.abs(Number(/(\d+) hours/.exec(line)?.[1]) - hours)).toBeLessThanOrEqual(1);
    // 80 % of 2 cores less 0.05 at rest, at 4 ms a request: 387 requests/s; pooled with v1 it would be far from it.
    expect(benchmark.low).toBeGreaterThan(330);
    expect(benchmark.low).toBeLessThanOrEqual(388);
  });
});
