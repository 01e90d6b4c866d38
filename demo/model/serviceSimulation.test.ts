/** @jest-environment node */
import { SERVICES } from '../history/services';
import { type ServiceDefinition } from '../history/serviceDefinition';
import { ServiceSimulation } from './serviceSimulation';
import { timelineFrom, workMorning } from './timeline';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));
const named = SERVICES.map((service) => [`${service.namespace}/${service.name}`, service] as const);

function run(service: ServiceDefinition, from: number, hours: number): Map<string, number[]> {
  const simulation = new ServiceSimulation(service, timeline, { at: from, counters: new Map() });
  const seen = new Map<string, number[]>();
  for (let at = from + 2 * MINUTE; at <= from + hours * HOUR; at += 2 * MINUTE) {
    simulation.advance(at);
    for (const series of simulation.series) {
      const values = seen.get(series.key) ?? [];
      values.push(series.value);
      seen.set(series.key, values);
    }
  }
  return seen;
}

function isCounter(key: string): boolean {
  return /_(total|bucket|sum|count)\{/.test(key);
}

function drops(values: readonly number[]): number {
  return values.filter((value, i) => value < (values[i - 1] ?? 0)).length;
}

function find(service: string): ServiceDefinition {
  const found = SERVICES.find(({ namespace, name }) => `${namespace}/${name}` === service);
  if (!found) {
    throw new Error(`no service ${service}`);
  }
  return found;
}

describe('simulation of a service', () => {
  it.each(named)('%s: counters only grow and every value is a finite number', (_, service) => {
    // A quiet stretch without restarts or drills, and the crest of the campaign, where something overflows.
    for (const from of [workMorning(timeline, 61), timeline.campaign - 3 * HOUR]) {
      for (const [key, values] of run(service, from, 6)) {
        expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
        // A pod that an autoscaler takes out and brings back begins at 0, under its old name.
        const mayDrop = !isCounter(key) || service.autoscaler;
        expect([key, mayDrop ? 0 : drops(values)]).toEqual([key, 0]);
      }
    }
  });

  it('tells the same story twice', () => {
    const checkout = find('shop/checkout');
    expect(run(checkout, timeline.campaign, 2)).toEqual(run(checkout, timeline.campaign, 2));
  });

  it('takes up counters where an earlier run left them', () => {
    const cart = find('shop/cart');
    const key = [...run(cart, timeline.campaign, 1).keys()].find((one) => one.startsWith('http_requests_total'));
    const start = { at: timeline.campaign, counters: new Map([[key ?? '', 5000]]) };
    const simulation = new ServiceSimulation(cart, timeline, start);
    simulation.advance(timeline.campaign + MINUTE);
    expect(simulation.series.find((series) => series.key === key)?.value).toBeGreaterThan(5000);
  });

  it('resets counters under the same names when all instances restart', () => {
    const thumbnails = find('media/thumbnails');
    const restart = workMorning(timeline, thumbnails.restarts?.[0] ?? 0);
    const requests = [...run(thumbnails, restart - HOUR, 2)].filter(([key]) => key.startsWith('http_requests_total'));
    expect(requests.map(([, values]) => drops(values))).toEqual([1, 1]);
  });

  it('has no series before a service is born and none after it was switched off', () => {
    expect(run(find('shop/wishlist'), workMorning(timeline, 8), 1).size).toBe(0);
    expect(run(find('shop/coupons'), workMorning(timeline, 9), 1).size).toBe(0);
    expect(run(find('shop/coupons'), workMorning(timeline, 20), 1).size).toBeGreaterThan(0);
  });

  it('changes instance names and versions with a release, one instance after the other', () => {
    const search = find('shop/search');
    const release = workMorning(timeline, 12);
    const keys = [...run(search, release - HOUR, 2).keys()].filter((key) =>
      key.startsWith('process_cpu_seconds_total')
    );
    expect(keys.filter((key) => key.includes('version="5.0.3"'))).toHaveLength(3);
    expect(keys.filter((key) => key.includes('version="5.1.0"'))).toHaveLength(4);
  });

  it('keeps an autoscaled service between its bounds and moves it', () => {
    const fraud = find('payments/fraud-check');
    const ready = [...run(fraud, timeline.campaign - 14 * HOUR, 24)].find(([key]) =>
      key.startsWith('kube_deployment_status_replicas_ready')
    );
    const values = ready?.[1] ?? [];
    expect(Math.min(...values)).toBe(2);
    expect(Math.max(...values)).toBeGreaterThan(4);
    expect(Math.max(...values)).toBeLessThanOrEqual(8);
  });
});
