import { WHOLE_POOL } from '../src/domain/routing/BasisPoints';
import type { FrozenState, RoutingCapabilities } from '../src/domain/routing/capabilitiesSchema';
import { KEEPER_VERSION } from './KEEPER_VERSION';
import type { PoolKeeper } from './pool/PoolKeeper';
import type { PoolReading } from './pool/PoolReading';
import type { WeightUnit } from './pool/quantise';

type Verification = RoutingCapabilities['verification'];
const BY_WORTH: readonly Verification[] = ['none', 'echo', 'router', 'measured'];

/** What can be promised for all of these pools: of every promise the least. */
export async function capabilitiesOf(pools: readonly PoolKeeper[], frozen: FrozenState, serverTime: number): Promise<RoutingCapabilities> {
  const each = await Promise.all(pools.map(async ({ state }) => ({ traits: state.line.traits, limits: state.settings.limits, reading: await state.line.tryRead() })));
  const traits = each.map((e) => e.traits);
  const limits = each.map((e) => e.limits);
  const least = (values: readonly number[], none: number) => (values.length === 0 ? none : Math.min(...values));
  const greatest = (values: readonly number[], none: number) => (values.length === 0 ? none : Math.max(...values));
  return {
    contract: '1',
    server: KEEPER_VERSION,
    adapter: [...new Set(traits.map((t) => t.adapter))].join(', ') || 'none',
    shareStepBp: greatest(each.map((e) => shareStep(e.reading, e.traits.weight)), 1),
    shareRangeBp: { min: traits.every((t) => t.weight.min === 0) ? 0 : 1, max: least(limits.map((l) => l.ceilingBp), 0) },
    kinds: (['instance', 'version'] as const).filter((kind) => traits.every((t) => t.kinds.includes(kind))),
    verification: BY_WORTH.find((v) => traits.some((t) => t.verification === v)) ?? 'none',
    propagationMs: { typical: greatest(traits.map((t) => t.propagationMs.typical), 0), max: greatest(traits.map((t) => t.propagationMs.max), 0) },
    lease: {
      enforcedBy: enforcedBy(traits.map((t) => t.leaseEnforcedBy)),
      minTtlSeconds: greatest(limits.map((l) => l.minTtlMs), 0) / 1000,
      maxTtlSeconds: least(limits.map((l) => l.maxTtlMs), 0) / 1000,
      maxLifetimeSeconds: least(limits.map((l) => l.maxLifetimeMs), 0) / 1000,
    },
    singleWriter: traits.every((t) => t.singleWriter === 'enforced') ? 'enforced' : 'assumed',
    demandCeiling: each.every((e) => e.reading?.members.every((m) => m.counters?.sent !== undefined) ?? false) ? 'router' : 'client',
    dryRun: true,
    evidenceAsOf: true,
    frozen,
    serverTime,
  };
}

/** With one pool held by its keeper alone, no more than that can be said of all. */
function enforcedBy(all: ReadonlyArray<'router' | 'keeper' | 'both'>): 'router' | 'keeper' | 'both' {
  if (all.length === 0 || all.includes('keeper')) {
    return 'keeper';
  }
  return all.every((by) => by === 'router') ? 'router' : 'both';
}

/** The coarsest step of a share: what the first unit of weight gives beside the members as they are. */
function shareStep(reading: PoolReading | null, unit: WeightUnit): number {
  const serving = (reading?.members ?? []).filter((m) => m.serving);
  const total = serving.reduce((sum, m) => sum + (m.weight ?? m.configured ?? 0), 0);
  const widest = Math.max(0, ...serving.map((m) => m.weight ?? m.configured ?? 0));
  const others = total - widest;
  return others <= 0 ? WHOLE_POOL : Math.max(1, Math.ceil((unit.step / (others + unit.step)) * WHOLE_POOL));
}
