/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isLive } from '../live/liveTargets';
import { type ServiceDefinition, type Situation } from './serviceDefinition';
import { plainServices } from './plainServices';
import { SERVICES } from './services';

const SITUATIONS: Readonly<Record<Situation, true>> = {
  live: true,
  ordinary: true,
  short: true,
  'over-provisioned': true,
  'without CPU': true,
  stale: true,
  new: true,
  'gaps and reset': true,
  'another resource first': true,
  'too little variation': true,
  'uneven zones': true,
  autoscaled: true,
  'costlier release': true,
  'cheaper release': true,
  'scaled out after the peak': true,
  'overloaded at its peak': true,
  'memory first': true,
  'same name': true,
};

function withSituation(situation: Situation): ServiceDefinition[] {
  return SERVICES.filter((service) => service.situations.includes(situation));
}

/** Demand at which the present instances stand at 80 % CPU. */
function cpuCapacity(service: ServiceDefinition): number {
  const phase = service.phases.at(-1)!;
  return (phase.instances * (0.8 * service.cores - service.idleCpu)) / (phase.cpuMs / 1000);
}

describe('the fleet of the demo', () => {
  it.each(Object.keys(SITUATIONS) as Situation[])('has a service that is: %s', (situation) => {
    expect(withSituation(situation)).not.toHaveLength(0);
  });

  it('has two dozen services in three tiers, four namespaces or more, and both metric families', () => {
    expect(SERVICES).toHaveLength(24);
    expect(new Set(SERVICES.map(({ tier }) => tier)).size).toBe(3);
    expect(new Set(SERVICES.map(({ namespace }) => namespace)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(SERVICES.map(({ family }) => family)).size).toBe(2);
    expect(SERVICES.filter(isLive)).toHaveLength(4);
  });

  it('names each service once within its namespace, and one name in two namespaces', () => {
    const full = SERVICES.map(({ namespace, name }) => `${namespace}/${name}`);
    expect(new Set(full).size).toBe(full.length);
    expect(new Set(withSituation('same name').map(({ name }) => name)).size).toBe(1);
  });

  it.each(SERVICES.map((service) => [`${service.namespace}/${service.name}`, service] as const))(
    '%s: route shares add up to one and releases are in order',
    (_, { routes, phases }) => {
      expect(routes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      const days = phases.map(({ daysAgo }) => daysAgo);
      expect(days).toEqual([...days].sort((a, b) => b - a));
    }
  );

  it('is short where it says so: the campaign x 1.5 is beyond its CPU with the P0 reserve', () => {
    for (const service of withSituation('short')) {
      expect(service.tier).toBe('P0');
      expect(service.demand.peak * service.demand.campaign * 1.5).toBeGreaterThan(cpuCapacity(service) * 0.7);
    }
  });

  it('is over-provisioned where it says so: the peak needs less than a third', () => {
    for (const service of withSituation('over-provisioned')) {
      expect(service.demand.peak * service.demand.campaign).toBeLessThan(cpuCapacity(service) / 3);
    }
  });

  it('keeps live demand small enough for a small machine', () => {
    const demand = SERVICES.filter(isLive).reduce((sum, service) => sum + service.demand.peak, 0);
    expect(demand).toBeLessThanOrEqual(750);
  });

  it('is told of in the README, service by service', () => {
    const readme = readFileSync(path.join(__dirname, '..', 'README.md'), 'utf8');
    for (const { namespace, name } of SERVICES) {
      expect(readme).toContain(`\`${namespace}/${name}\``);
    }
  });

  it('can be widened by plain services with names of their own', () => {
    const names = plainServices(1000).map(({ namespace, name }) => `${namespace}/${name}`);
    expect(new Set(names).size).toBe(1000);
  });
});
