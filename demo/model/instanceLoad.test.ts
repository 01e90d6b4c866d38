/** @jest-environment node */
import { SERVICES } from '../history/services';
import { instanceLoad } from './instanceLoad';

const named = SERVICES.map((service) => [service.name, service] as const);

describe('load of an instance', () => {
  it.each(named)('%s: latency, use and CPU never fall when demand grows', (_, service) => {
    const cpuMs = service.phases[0]?.cpuMs ?? 1;
    let before = instanceLoad(service, cpuMs, 0);
    for (let demand = 1; demand < 2000; demand += 7) {
      const load = instanceLoad(service, cpuMs, demand);
      expect(load.latency).toBeGreaterThanOrEqual(before.latency);
      expect(load.use).toBeGreaterThan(before.use);
      expect(load.cpu).toBeLessThanOrEqual(service.cores);
      before = load;
    }
  });

  it('refuses what an instance cannot serve', () => {
    const service = { ...SERVICES[0]!, cores: 2, idleCpu: 0, pool: undefined };
    expect(instanceLoad(service, 20, 90).servedShare).toBe(1);
    expect(instanceLoad(service, 20, 200).servedShare).toBeCloseTo(0.485, 3);
  });

  it('fills the pool before the CPU where a pool is the limit', () => {
    const images = SERVICES.find(({ name }) => name === 'images')!;
    const load = instanceLoad(images, 5, 120);
    expect(load.use).toBeGreaterThan(0.9);
    expect(load.cpu / images.cores).toBeLessThan(0.4);
  });
});
