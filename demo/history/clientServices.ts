import { type ServiceDefinition } from './serviceDefinition';
import { CROWDED_ZONES, THREE_ZONES, TWO_ZONES } from './zoneLayouts';

// A data table: services with the metrics of the Prometheus client libraries, the live ones first. Demand in requests per second, CPU in milliseconds per request, memory in MiB.
const MEMORY = { baseMb: 260, perRequestInFlightMb: 3, limitMb: 1024 } as const;

// prettier-ignore
export const CLIENT_SERVICES: readonly ServiceDefinition[] = [
  {
    // Live, behind the real router. Six instances carry it after the campaign hit three; only a load test can prove it.
    namespace: 'shop', name: 'checkout', owner: 'checkout', tier: 'P0', family: 'prometheus-client',
    situations: ['live', 'scaled out after the peak'],
    shows: 'live; the campaign hit three instances, six run now, two a zone: holds once a load test has proved it',
    demand: { peak: 120, rhythm: 'shop', night: 0.5, noise: 0.06, campaign: 1.32, growth: 0.02 },
    routes: [
      { path: '/api/checkout', share: 0.34, cost: 1.4 },
      { path: '/api/checkout/address', share: 0.22, cost: 0.7 },
      { path: '/api/checkout/shipping', share: 0.18, cost: 0.9 },
      { path: '/api/checkout/confirm', share: 0.14, cost: 1.5 },
      { path: '/api/checkout/voucher', share: 0.08, cost: 0.5 },
      { path: '/api/checkout/status', share: 0.04, cost: 0.2 },
    ],
    phases: [
      { daysAgo: 120, version: '3.3.2', cpuMs: 16, instances: 3 },
      { daysAgo: 44, version: '3.4.0', cpuMs: 17.5, instances: 3 },
      { daysAgo: 16, version: '3.4.1', cpuMs: 18, instances: 6 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.05, ioMs: 12, errorShare: 0.0008, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 3 },
  },
  {
    // Live, an ordinary P1 that holds; more traffic than one instance carries at any hour, so a load test finds its limit.
    namespace: 'shop', name: 'cart', owner: 'checkout', tier: 'P1', family: 'prometheus-client',
    situations: ['live', 'ordinary'],
    shows: 'live; an ordinary service that holds with one instance to lose',
    demand: { peak: 200, rhythm: 'shop', night: 0.8, noise: 0.06, campaign: 1.3, growth: 0.02 },
    routes: [
      { path: '/api/cart', share: 0.6, cost: 0.9 },
      { path: '/api/cart/items', share: 0.3, cost: 1.2 },
      { path: '/api/cart/merge', share: 0.1, cost: 1.6 },
    ],
    phases: [
      { daysAgo: 120, version: '2.8.0', cpuMs: 14, instances: 3 },
      { daysAgo: 18, version: '2.9.1', cpuMs: 14, instances: 5 },
    ],
    zones: TWO_ZONES, cores: 2, idleCpu: 0.05, ioMs: 8, errorShare: 0.0004, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 2 },
  },
  {
    // Live, a release made each request a third dearer.
    namespace: 'shop', name: 'search', owner: 'discovery', tier: 'P1', family: 'prometheus-client',
    situations: ['live', 'costlier release'],
    shows: 'live; release 5.1.0 made a request a third dearer in CPU',
    demand: { peak: 70, rhythm: 'shop', night: 0.5, noise: 0.07, campaign: 1.25, growth: 0.03 },
    routes: [
      { path: '/api/search', share: 0.7, cost: 1.15 },
      { path: '/api/suggest', share: 0.3, cost: 0.6 },
    ],
    phases: [
      { daysAgo: 120, version: '5.0.3', cpuMs: 15, instances: 3 },
      { daysAgo: 12, version: '5.1.0', cpuMs: 20, instances: 4 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.06, ioMs: 15, errorShare: 0.0004, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 2 },
  },
  {
    // The plain case: busy, several APIs, a release that made it cheaper, scaled out after the campaign.
    namespace: 'shop', name: 'catalogue', owner: 'storefront', tier: 'P1', family: 'prometheus-client',
    situations: ['cheaper release', 'scaled out after the peak'],
    shows: 'release 7.2.0 made it a quarter cheaper in CPU; holds',
    demand: { peak: 420, rhythm: 'shop', night: 0.2, noise: 0.07, campaign: 1.7, growth: 0.02 },
    routes: [
      { path: '/api/products/{id}', share: 0.62, cost: 0.8 },
      { path: '/api/categories', share: 0.28, cost: 1.1 },
      { path: '/api/products/compare', share: 0.1, cost: 2 },
    ],
    phases: [
      { daysAgo: 120, version: '7.1.4', cpuMs: 8, instances: 3 },
      { daysAgo: 20, version: '7.2.0', cpuMs: 6, instances: 8 },
    ],
    zones: THREE_ZONES, cores: 4, idleCpu: 0.1, ioMs: 10, errorShare: 0.0005, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 3 },
  },
  {
    // Three of four instances in one zone: losing it leaves one.
    namespace: 'identity', name: 'login', owner: 'identity', tier: 'P0', family: 'prometheus-client',
    situations: ['uneven zones'],
    shows: 'three of four instances stand in one zone: short if that zone goes, though the count would do',
    demand: { peak: 58, rhythm: 'shop', night: 0.18, noise: 0.07, campaign: 1.25, growth: 0.01 },
    routes: [
      { path: '/login', share: 0.7, cost: 1.2 },
      { path: '/token/refresh', share: 0.3, cost: 0.5 },
    ],
    phases: [
      { daysAgo: 120, version: '1.19.0', cpuMs: 22, instances: 2 },
      { daysAgo: 21, version: '1.20.0', cpuMs: 22, instances: 4 },
    ],
    zones: CROWDED_ZONES, cores: 2, idleCpu: 0.05, ioMs: 25, errorShare: 0.002, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 2 },
  },
  {
    // Shares its name with payments/gateway: only the namespace tells them apart.
    namespace: 'identity', name: 'gateway', owner: 'identity', tier: 'P1', family: 'prometheus-client',
    situations: ['same name', 'ordinary'],
    shows: 'same name as a service of another namespace',
    demand: { peak: 520, rhythm: 'shop', night: 0.22, noise: 0.05, campaign: 1.5, growth: 0.01 },
    routes: [{ path: '/session', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '0.44.0', cpuMs: 2.2, instances: 2 },
      { daysAgo: 9, version: '0.45.0', cpuMs: 2.2, instances: 4 },
    ],
    zones: TWO_ZONES, cores: 2, idleCpu: 0.08, ioMs: 3, errorShare: 0, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 2 },
  },
  {
    // Two releases ate half of what an instance carries.
    namespace: 'shop', name: 'pricing', owner: 'storefront', tier: 'P1', family: 'prometheus-client',
    situations: ['costlier release'],
    shows: 'two releases doubled its CPU per request: short at its next peak, by a P1 margin',
    demand: { peak: 150, rhythm: 'shop', night: 0.2, noise: 0.07, campaign: 1.6, growth: 0.02 },
    routes: [
      { path: '/api/price', share: 0.8, cost: 0.9 },
      { path: '/api/promotions', share: 0.2, cost: 1.4 },
    ],
    phases: [
      { daysAgo: 120, version: '4.0.0', cpuMs: 9, instances: 3 },
      { daysAgo: 33, version: '4.1.0', cpuMs: 13, instances: 3 },
      { daysAgo: 11, version: '4.2.0', cpuMs: 18, instances: 3 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.06, ioMs: 6, errorShare: 0.0006, memory: MEMORY,
  },
  {
    // Two instances carried the campaign; eight run today.
    namespace: 'shop', name: 'recommendations', owner: 'growth', tier: 'P2', family: 'prometheus-client',
    situations: ['over-provisioned'],
    shows: 'two instances carried the campaign with ease; eight run today',
    demand: { peak: 60, rhythm: 'shop', night: 0.15, noise: 0.09, campaign: 1.9, growth: 0 },
    routes: [{ path: '/api/recommend', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '2.1.0', cpuMs: 11, instances: 2 },
      { daysAgo: 22, version: '2.1.0', cpuMs: 11, instances: 8 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.05, ioMs: 20, errorShare: 0, memory: MEMORY,
    drills: { daysAgo: [4, 11], hour: 19, keep: 2 },
  },
  {
    // P2, so its peak is the third-highest day of thirty and the campaign does not count.
    namespace: 'shop', name: 'reviews', owner: 'growth', tier: 'P2', family: 'prometheus-client',
    situations: ['ordinary'],
    shows: 'P2: judged at its third-highest day, so the campaign does not count',
    demand: { peak: 45, rhythm: 'shop', night: 0.15, noise: 0.09, campaign: 1.8, growth: 0 },
    routes: [{ path: '/api/reviews', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '1.7.2', cpuMs: 15, instances: 2 }],
    zones: TWO_ZONES, cores: 2, idleCpu: 0.04, ioMs: 18, errorShare: 0, memory: MEMORY,
  },
  {
    // Every request holds a connection of a small pool: latency climbs while the CPU is still idle.
    namespace: 'media', name: 'images', owner: 'media', tier: 'P1', family: 'prometheus-client',
    situations: ['live', 'another resource first'],
    shows: 'live; waits for its connection pool: p99 climbs while CPU stays low, so an estimate from CPU must be refused',
    demand: { peak: 330, rhythm: 'shop', night: 0.5, noise: 0.06, campaign: 1.05, growth: 0.01 },
    routes: [{ path: '/images/{id}', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '6.0.1', cpuMs: 5, instances: 3 },
      { daysAgo: 13, version: '6.0.2', cpuMs: 5, instances: 5 },
    ],
    zones: THREE_ZONES, cores: 2, idleCpu: 0.05, ioMs: 40, errorShare: 0.0008, memory: MEMORY,
    pool: { size: 6, holdMs: 48 },
    drills: { daysAgo: [4, 11], hour: 19, keep: 3 },
  },
  {
    // No CPU metrics: nothing to estimate a benchmark from.
    namespace: 'media', name: 'mailer', owner: 'media', tier: 'P2', family: 'prometheus-client',
    situations: ['without CPU'],
    shows: 'exports no CPU: without a benchmark until one is declared or load-tested',
    demand: { peak: 25, rhythm: 'office', night: 0.1, noise: 0.1, campaign: 1.2, growth: 0 },
    routes: [{ path: '/send', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '0.9.8', cpuMs: 12, instances: 2 }],
    zones: TWO_ZONES, cores: 1, idleCpu: 0.02, ioMs: 60, errorShare: 0.002, memory: MEMORY, withoutCpu: true,
  },
  {
    // Switched off ten days ago.
    namespace: 'shop', name: 'coupons', owner: 'growth', tier: 'P2', family: 'prometheus-client',
    situations: ['stale'],
    shows: 'switched off ten days ago: stale, never fine',
    demand: { peak: 30, rhythm: 'shop', night: 0.15, noise: 0.08, campaign: 2.2, growth: 0 },
    routes: [{ path: '/api/coupons', share: 1, cost: 1 }],
    phases: [
      { daysAgo: 120, version: '1.2.0', cpuMs: 9, instances: 2 },
      { daysAgo: 10, version: '1.2.0', cpuMs: 9, instances: 0 },
    ],
    zones: TWO_ZONES, cores: 1, idleCpu: 0.03, ioMs: 9, errorShare: 0, memory: MEMORY,
  },
  {
    // Five days old: an ATH, but hardly a history.
    namespace: 'shop', name: 'wishlist', owner: 'growth', tier: 'P2', family: 'prometheus-client',
    situations: ['new'],
    shows: 'five days old: an ATH "since" five days, and too little history for a date',
    demand: { peak: 20, rhythm: 'shop', night: 0.15, noise: 0.1, campaign: 1, growth: 0.5 },
    routes: [{ path: '/api/wishlist', share: 1, cost: 1 }],
    phases: [{ daysAgo: 5, version: '0.1.0', cpuMs: 12, instances: 2 }],
    zones: TWO_ZONES, cores: 1, idleCpu: 0.03, ioMs: 14, errorShare: 0.0009, memory: MEMORY,
  },
  {
    // Scrapes that failed for hours, and a restart of every instance under its old name.
    namespace: 'media', name: 'thumbnails', owner: 'media', tier: 'P2', family: 'prometheus-client',
    situations: ['gaps and reset'],
    shows: 'gaps of nine and three hours and a counter reset: coverage below 100 %, no false peak',
    demand: { peak: 110, rhythm: 'shop', night: 0.2, noise: 0.08, campaign: 1.3, growth: 0 },
    routes: [{ path: '/thumb/{id}', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '3.0.5', cpuMs: 8, instances: 2 }],
    zones: TWO_ZONES, cores: 2, idleCpu: 0.03, ioMs: 5, errorShare: 0, memory: MEMORY,
    gaps: [{ daysAgo: 41, hours: 9 }, { daysAgo: 13, hours: 3 }, { daysAgo: 2, hours: 0.7 }],
    restarts: [29, 6],
  },
  {
    // Polled at the same rate day and night: a line cannot be fitted.
    namespace: 'platform', name: 'feature-flags', owner: 'platform', tier: 'P2', family: 'prometheus-client',
    situations: ['too little variation'],
    shows: 'polled at one rate day and night: too little variation for an estimate',
    demand: { peak: 65, rhythm: 'steady', night: 1, noise: 0.015, campaign: 1, growth: 0 },
    routes: [{ path: '/flags', share: 1, cost: 1 }],
    phases: [{ daysAgo: 120, version: '2.3.3', cpuMs: 3, instances: 2 }],
    zones: TWO_ZONES, cores: 1, idleCpu: 0.02, ioMs: 2, errorShare: 0, memory: MEMORY,
  },
];
