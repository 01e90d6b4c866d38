import { type ServiceDefinition } from './serviceDefinition';
import { CROWDED_ZONES, THREE_ZONES, TWO_ZONES } from './zoneLayouts';

// A data table: services with OpenTelemetry metrics, on Kubernetes. Demand in requests per second, CPU in milliseconds per request, memory in MiB.
const MEMORY = { baseMb: 260, perRequestInFlightMb: 3, limitMb: 1024 } as const;

// prettier-ignore
export const OTEL_SERVICES: readonly ServiceDefinition[] = [
  {
    // The one that falls over: ATH x 1.5 is far above what its pods carry.
    namespace: 'payments', name: 'payment', owner: 'payments', tier: 'P0', family: 'opentelemetry',
    situations: ['short'],
    shows: 'P0 and short: its ATH x 1.5 is more than its four pods carry',
    demand: { peak: 200, rhythm: 'shop', night: 0.18, noise: 0.06, campaign: 1.6, growth: 0.04 },
    routes: [
      { path: '/v1/payments', share: 0.65, cost: 1.2 },
      { path: '/v1/payments/{id}', share: 0.35, cost: 0.6 },
    ],
    phases: [
      { daysAgo: 120, version: '5.6.0', cpuMs: 15, instances: 4 },
      { daysAgo: 40, version: '5.7.0', cpuMs: 16.5, instances: 4 },
      { daysAgo: 8, version: '5.7.2', cpuMs: 16.5, instances: 4 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.08, ioMs: 45, errorShare: 0.001, memory: MEMORY,
  },
  {
    // Autoscaled with room: judged at its maximum, not at what the night left.
    namespace: 'payments', name: 'fraud-check', owner: 'payments', tier: 'P1', family: 'opentelemetry',
    situations: ['autoscaled'],
    shows: 'autoscaled 2 to 8 and holds at 8: never short because it scaled in at night',
    demand: { peak: 170, rhythm: 'shop', night: 0.15, noise: 0.06, campaign: 1.5, growth: 0.03 },
    routes: [{ path: '/v2/score', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '2.0.9', cpuMs: 20, instances: 2 },
      { daysAgo: 30, version: '2.1.0', cpuMs: 20, instances: 2 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.06, ioMs: 15, errorShare: 0, memory: MEMORY,
    autoscaler: { min: 2, max: 8, targetUse: 0.6 },
  },
  {
    // Two pods met the campaign, both full: the ATH is what they could count, not what was asked.
    namespace: 'payments', name: 'ledger', owner: 'payments', tier: 'P1', family: 'opentelemetry',
    situations: ['overloaded at its peak'],
    shows: 'overloaded during the campaign: its ATH is censored ("at least")',
    demand: { peak: 75, rhythm: 'shop', night: 0.2, noise: 0.06, campaign: 1.9, growth: 0.01 },
    routes: [{ path: '/entries', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '9.4.0', cpuMs: 30, instances: 2 },
      { daysAgo: 19, version: '9.4.1', cpuMs: 30, instances: 3 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.05, ioMs: 20, errorShare: 0.0008, memory: MEMORY,
  },
  {
    // Shares its name with identity/gateway.
    namespace: 'payments', name: 'gateway', owner: 'payments', tier: 'P1', family: 'opentelemetry',
    situations: ['same name', 'ordinary'],
    shows: 'same name as a service of another namespace',
    demand: { peak: 190, rhythm: 'shop', night: 0.2, noise: 0.05, campaign: 1.4, growth: 0.02 },
    routes: [{ path: '/{provider}', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '1.1.0', cpuMs: 6, instances: 2 },
      { daysAgo: 17, version: '1.1.1', cpuMs: 6, instances: 4 },
    ],
    zones: TWO_ZONES, cores: 2, idleCpu: 0.07, ioMs: 30, errorShare: 0, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 2 },
  },
  {
    // P0 with room: nine pods where three were enough at the campaign.
    namespace: 'fulfilment', name: 'orders', owner: 'fulfilment', tier: 'P0', family: 'opentelemetry',
    situations: ['scaled out after the peak'],
    shows: 'P0 with room to spare since it was scaled out after the campaign',
    demand: { peak: 110, rhythm: 'shop', night: 0.2, noise: 0.06, campaign: 1.6, growth: 0.02 },
    routes: [
      { path: '/orders', share: 0.6, cost: 1.3 },
      { path: '/orders/{id}', share: 0.4, cost: 0.55 },
    ],
    phases: [
      { daysAgo: 120, version: '12.0.0', cpuMs: 18, instances: 3 },
      { daysAgo: 15, version: '12.1.0', cpuMs: 17, instances: 12 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.06, ioMs: 25, errorShare: 0.0005, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 3 },
  },
  {
    // Office hours: another rhythm, quiet weekends.
    namespace: 'fulfilment', name: 'inventory', owner: 'fulfilment', tier: 'P1', family: 'opentelemetry',
    situations: ['ordinary'],
    shows: 'office hours and quiet weekends: another hour-of-week pattern',
    demand: { peak: 85, rhythm: 'office', night: 0.08, noise: 0.07, campaign: 1.2, growth: 0.01 },
    routes: [{ path: '/stock/{sku}', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '4.4.0', cpuMs: 14, instances: 2 },
      { daysAgo: 25, version: '4.5.0', cpuMs: 14, instances: 4 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.05, ioMs: 10, errorShare: 0, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 9, keep: 2 },
  },
  {
    // Autoscaled, but the campaign pinned it at its maximum.
    namespace: 'fulfilment', name: 'notifications', owner: 'fulfilment', tier: 'P2', family: 'opentelemetry',
    situations: ['autoscaled'],
    shows: 'autoscaled 1 to 4; stood at its maximum during the campaign',
    demand: { peak: 95, rhythm: 'nightly', night: 0.1, noise: 0.08, campaign: 3.6, growth: 0 },
    routes: [{ path: '/push', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '3.3.0', cpuMs: 16, instances: 1 }],
    zones: TWO_ZONES, cores: 1, idleCpu: 0.03, ioMs: 12, errorShare: 0.001, memory: MEMORY,
    autoscaler: { min: 1, max: 4, targetUse: 0.65 },
  },
  {
    // A batch at night, in zones that are not level.
    namespace: 'fulfilment', name: 'shipping', owner: 'fulfilment', tier: 'P1', family: 'opentelemetry',
    situations: ['uneven zones'],
    shows: 'peaks at night; three of four pods in one zone',
    demand: { peak: 105, rhythm: 'nightly', night: 0.06, noise: 0.08, campaign: 1, growth: 0.02 },
    routes: [{ path: '/labels', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '2.2.7', cpuMs: 20, instances: 4 }],
    zones: CROWDED_ZONES, cores: 2, idleCpu: 0.04, ioMs: 8, errorShare: 0, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 1, keep: 2 },
  },
  {
    // Each request in flight holds much memory: the limit it reaches first is not CPU.
    namespace: 'fulfilment', name: 'returns', owner: 'fulfilment', tier: 'P2', family: 'opentelemetry',
    situations: ['memory first', 'another resource first'],
    shows: 'fills its memory limit at every evening peak while CPU is at a third',
    demand: { peak: 36, rhythm: 'shop', night: 0.15, noise: 0.06, campaign: 1.1, growth: 0.01 },
    routes: [{ path: '/returns', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '1.0.4', cpuMs: 35, instances: 2 }],
    zones: TWO_ZONES, cores: 2, idleCpu: 0.04, ioMs: 220, errorShare: 0,
    memory: { baseMb: 210, perRequestInFlightMb: 148, limitMb: 1024 },
  },
];
