import { DAY } from '../../domain/base/Duration';
import { unknown } from '../../domain/base/Figure';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { TIERS } from '../../domain/catalogue/Tier';
import { benchmarkFixture } from './benchmarkFixture';
import { factsFixture, type FactsChanges } from './factsFixture';
import { NOW } from './NOW';
import { seededRandom } from './seededRandom';

const NAMES = [
  'checkout',
  'cart',
  'search',
  'catalogue',
  'payments',
  'ledger',
  'identity',
  'sessions',
  'pricing',
  'stock',
  'orders',
  'shipping',
  'mail',
  'images',
  'reviews',
  'gateway',
];
const OWNERS = ['team-shop', 'team-search', 'payments', 'platform', 'growth', null];
const NAMESPACES = ['shop', 'core', 'edge'];

/** A fleet of any size with believable troubles, the same for the same seed. */
export function fleetFixture(size: number, seed = 1): ServiceFacts[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: size }, (_, i) => {
    const base = NAMES[i % NAMES.length] ?? 'service';
    const name = i < NAMES.length ? base : `${base}-${Math.floor(i / NAMES.length)}`;
    const peak = Math.round(10 ** (1.5 + random() * 2.5));
    const low = 40 + Math.round(random() * 400);
    const tier = TIERS[Math.floor(random() ** 0.6 * 3)] ?? 'P2';
    const need = (peak * 1.5 * 1.15) / (low * 0.7);
    const ready = Math.max(2, Math.round(need * (0.7 + random() * 1.4)));
    return factsFixture({
      name,
      namespace: pick(NAMESPACES),
      tier,
      owner: pick(OWNERS),
      peak,
      ready,
      coresPerInstance: null,
      pricePerInstanceHour: random() < 0.6 ? 0.12 : null,
      benchmark: benchmarkFixture({ low, high: Math.round(low * 1.1), at: NOW - Math.round(random() * 300) * DAY }),
      ...trouble(random(), ready),
    });
  });
}

/** One service in three is not plain. */
function trouble(dice: number, ready: number): FactsChanges {
  if (dice < 0.08) {
    return {
      benchmark: {
        reason: 'demand has varied too little to say what one instance carries',
        next: 'Run a load test or declare a benchmark on the service page',
      },
    };
  }
  if (dice < 0.12) {
    return { benchmark: benchmarkFixture({ origin: 'estimated', low: 120, high: 190, by: null, at: NOW - DAY }) };
  }
  if (dice < 0.16) {
    return {
      lastSeen: NOW - 40 * 60_000,
      demandNow: unknown('reqps', 'no sample for 40 minutes', 'Check whether the service is still scraped'),
    };
  }
  if (dice < 0.2) {
    return {
      instances: unknown('instances', 'no metric counts the instances', 'Add an instance label or a resource profile'),
    };
  }
  return dice < 0.34 ? { autoscaler: { min: Math.max(2, Math.round(ready / 2)), max: ready * 2, desired: ready } } : {};
}
