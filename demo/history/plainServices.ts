import { type ServiceDefinition } from './serviceDefinition';

const BUDGET = 8_000_000;
const SAMPLES_PER_DAY = 2600;

/** Days of history that so many services can afford. */
function affordableDays(count: number): number {
  return Math.min(90, Math.max(1, Math.floor(BUDGET / (count * SAMPLES_PER_DAY))));
}

/** Extra services without a story, to try the pages at another size; one instance each, so that a thousand stay affordable. */
export function plainServices(count: number): ServiceDefinition[] {
  return Array.from({ length: count }, (_, i) => ({
    namespace: `extra-${i % 10}`,
    name: `service-${String(i + 1).padStart(4, '0')}`,
    owner: `team-${i % 25}`,
    tier: i % 20 === 0 ? 'P0' : i % 4 === 0 ? 'P1' : 'P2',
    family: 'prometheus-client',
    situations: ['ordinary'],
    shows: 'filler',
    demand: { peak: 20 + ((i * 37) % 180), rhythm: 'shop', night: 0.2, noise: 0.08, campaign: 1, growth: 0.01 },
    routes: [{ path: '/', share: 1, cost: 1 }],
    phases: [{ daysAgo: affordableDays(count), version: '1.0.0', cpuMs: 4 + ((i * 13) % 9), instances: 1 }],
    zones: ['eu-1a', 'eu-1b', 'eu-1c'],
    cores: 2,
    idleCpu: 0.03,
    ioMs: 5,
    errorShare: 0,
    withoutLatencyHistory: true,
    memory: { baseMb: 200, perRequestInFlightMb: 2, limitMb: 1024 },
  }));
}
