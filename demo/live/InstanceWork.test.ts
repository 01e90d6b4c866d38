/** @jest-environment node */
import { SERVICES } from '../history/services';
import { type ServiceDefinition } from '../history/serviceDefinition';
import { seededRandom } from '../model/seededRandom';
import { InstanceWork } from './InstanceWork';
import { PoissonArrivals } from './poissonArrivals';
import { VirtualTime } from './VirtualTime';

const find = (name: string): ServiceDefinition => {
  const service = SERVICES.find((one) => one.name === name);
  if (!service) {
    throw new Error(`no service ${name}`);
  }
  return service;
};

interface Outcome {
  readonly served: number;
  readonly refused: number;
  readonly cpuUse: number;
  readonly poolUse: number;
}

/** Two minutes of constant demand. */
function run(service: ServiceDefinition, demand: number): Outcome {
  const time = new VirtualTime();
  const random = seededRandom(11);
  const cpuMs = service.phases.at(-1)?.cpuMs ?? 10;
  const work = new InstanceWork({ service, cpuMs, random, now: () => time.now, after: time.after });
  const arrivals = new PoissonArrivals(() => demand, random, 0);
  let [served, refused, held] = [0, 0, 0];
  const end = 120_000;
  for (let at = 10; at <= end; at += 10) {
    time.run(at);
    held += work.poolInUse;
    for (let due = arrivals.due(at); due > 0; due--) {
      work.serve(cpuMs, (status) => (status === 503 ? (refused += 1) : (served += 1)));
    }
  }
  return { served, refused, cpuUse: work.cpuSeconds() / (end / 1000) / service.cores, poolUse: held / (end / 10) / (service.pool?.size ?? 1) };
}

describe('work of one instance', () => {
  it('uses CPU in proportion to its demand, and refuses nothing while there is room', () => {
    const cart = find('cart');
    const { refused, cpuUse } = run(cart, 70);
    expect(refused).toBe(0);
    expect(cpuUse).toBeCloseTo((70 * 0.014 + cart.idleCpu) / cart.cores, 1);
  });

  it('refuses what is beyond its workers', () => {
    const { served, refused, cpuUse } = run(find('cart'), 180);
    expect(refused).toBeGreaterThan(1000);
    expect(served / 120).toBeLessThan(145);
    expect(cpuUse).toBeGreaterThan(0.97);
  });

  it('runs out of connections long before it runs out of CPU', () => {
    const { refused, cpuUse, poolUse } = run(find('images'), 150);
    expect(refused).toBeGreaterThan(500);
    expect(poolUse).toBeGreaterThan(0.95);
    expect(cpuUse).toBeLessThan(0.45);
  });

  it('holds each connection for the time of the table', () => {
    const { refused, poolUse } = run(find('images'), 50);
    expect(refused).toBe(0);
    expect(poolUse).toBeCloseTo((50 * 0.048) / 6, 1);
  });
});
