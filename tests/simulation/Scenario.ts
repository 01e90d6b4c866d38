import type { RampPlan } from '../../src/domain/ramp/Plan';
import { defaultPlan } from '../../src/domain/ramp/defaultPlan';
import { SeededRandom } from '../../src/engine/loadtest/simulated/SeededRandom';
import { SIMULATED_POOL } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import type { SimulatedTargetOptions } from '../../src/engine/loadtest/simulated/SimulatedTargetOptions';

export const FAULTS = [
  'none',
  'telemetry-slow',
  'telemetry-failing',
  'scrape-gap',
  'target-silent',
  'router-slow',
  'router-unreadable',
  'answers-lost',
  'requests-lost',
  'writes-delayed',
  'session-rotates',
  'session-expired',
  'keeper-restart',
  'router-reset',
  'target-ejected',
  'target-restarts',
  'target-hangs',
  'target-errors',
  'peer-dies',
  'peer-errors',
  'surge',
  'traffic-vanishes',
  'tab-freezes',
  'tab-dies',
  'wall-clock-jumps',
  'somebody-stops',
  'somebody-freezes',
  'second-operator',
  'operator-stops',
  'operator-holds',
] as const;

export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** Milliseconds after the start. */
  readonly at: number;
  readonly lasts: number;
  /** 0 to 1, whatever the kind makes of it. */
  readonly size: number;
}

export interface Scenario {
  readonly seed: number;
  readonly options: SimulatedTargetOptions;
  readonly plan: RampPlan;
  readonly faults: readonly Fault[];
  /** A rehearsal of a few days ago stands. */
  readonly rehearsed: boolean;
  readonly propagationMs: number;
}

/** A run out of its seed: service, plan and what goes wrong. */
export function scenarioOf(seed: number): Scenario {
  const random = new SeededRandom(seed);
  const members = 3 + Math.floor(random.next() * 4);
  const poolRps = random.between(150, 1500);
  const capacityRps = (poolRps / members) * random.between(1.7, 4.5);
  const workers = random.pick([1, 2, 4, 8]);
  const options = { members, poolRps, capacityRps, workers, serviceTimeSeconds: workers / capacityRps, noise: random.between(0.02, 0.12), scrapeSeconds: 5, seed: seed ^ 0x5bd1e995, speed: 1 };
  return { seed, options, plan: planOf(random, options), faults: faultsOf(random), rehearsed: random.chance(0.8), propagationMs: random.between(0, 1_900) };
}

function planOf(random: SeededRandom, { members, poolRps, capacityRps }: SimulatedTargetOptions): RampPlan {
  const facts = { service: 'simulated', pool: SIMULATED_POOL, target: 'instance-1', members, tier: 'P2', benchmarkRps: null, poolRps, p99Seconds: null, scrapeMs: 5_000 } as const;
  const base = defaultPlan(facts);
  const shareBp = Math.round(random.between(4_000, 9_000));
  const fair = Math.round(10_000 / members);
  const steps = [...new Set([0.5, 1.2, 1.6, 2, 2.6].map((k) => Math.min(shareBp, Math.round(fair * k))))].sort((a, b) => a - b);
  const search = random.chance(0.5);
  return {
    ...base,
    stateless: true,
    guards: { ...base.guards, peers: random.chance(0.5) },
    result: search ? 'limit' : 'hold',
    course: search ? { kind: 'search', priorRps: random.chance(0.5) ? capacityRps * random.between(0.7, 1.1) : null } : { kind: 'steps', sharesBp: steps.slice(0, 2 + Math.floor(random.next() * 3)) },
    goal: !search && random.chance(0.5) ? { rps: (poolRps / members) * random.between(1, 2), errorRatio: 0.02 } : null,
    dwellSeconds: 20 + Math.floor(random.next() * 100),
    ttlSeconds: 15 + Math.floor(random.next() * 20),
    limits: { ...base.limits, shareBp, demandRps: random.chance(0.3) ? poolRps * random.between(0.4, 0.9) : null, runSeconds: 600 + Math.floor(random.next() * 900), harmedRequests: random.chance(0.1) ? poolRps * 10 : poolRps * 120 },
  };
}

function faultsOf(random: SeededRandom): readonly Fault[] {
  const count = random.pick([0, 1, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, () => ({ kind: random.pick(FAULTS), at: random.between(2_000, 500_000) * random.next(), lasts: random.between(1_000, 60_000), size: random.next() }));
}
