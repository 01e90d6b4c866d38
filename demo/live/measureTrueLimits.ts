// Program: the true limit of one instance of each live service. `npm run bench:limits`.
// Virtual time, the queues of the live part themselves; ten seeds a level, ten minutes each, levels 1 % apart.
import { SERVICES } from '../history/services';
import { type ServiceDefinition } from '../history/serviceDefinition';
import { carriedWithoutGuard, type GuardName } from './carriedWithoutGuard';
import { isLive } from './liveTargets';

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);
const MINUTES = 10;
const STEP = 1.01;
const LOWEST_USE = 0.6;
// 1.01 to the power of 52 is 1.68: from 0.6 to just above full.
const STEPS = 52;

interface Level {
  readonly demand: number;
  readonly carried: number;
  readonly guards: readonly GuardName[];
  readonly p99: number;
  readonly cpu: number;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Demand at which workers or pool would be full. */
function fullAt({ phases, cores, idleCpu, pool }: ServiceDefinition): number {
  const byCpu = (cores - idleCpu) / ((phases.at(-1)?.cpuMs ?? 10) / 1000);
  return pool ? Math.min(byCpu, pool.size / (pool.holdMs / 1000)) : byCpu;
}

function levelAt(service: ServiceDefinition, demand: number, quietP99: number): Level {
  const results = SEEDS.map((seed) => carriedWithoutGuard({ service, demand, minutes: MINUTES, seed, quietP99 }));
  const guards = results.flatMap(({ guard }) => (guard ? [guard] : []));
  return { demand, carried: results.length - guards.length, guards: [...new Set(guards)], p99: meanOf(results.map(({ p99 }) => p99)), cpu: meanOf(results.map(({ cpu }) => cpu)) };
}

/** Levels of one service, each measured once and only when it is asked for. */
class Ladder {
  readonly quietP99: number;
  private readonly measured = new Map<number, Level>();

  constructor(private readonly service: ServiceDefinition) {
    const fairShare = service.demand.peak / (service.phases.at(-1)?.instances ?? 1);
    this.quietP99 = carriedWithoutGuard({ service, demand: fairShare, minutes: MINUTES, seed: 0, quietP99: Number.POSITIVE_INFINITY }).p99;
  }

  at(step: number): Level {
    const level = this.measured.get(step) ?? levelAt(this.service, LOWEST_USE * fullAt(this.service) * STEP ** step, this.quietP99);
    this.measured.set(step, level);
    return level;
  }

  /** Highest level that so many seeds carried. */
  highest(fewest: number): Level {
    let [good, bad] = [0, STEPS];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (this.at(middle).carried >= fewest) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return this.at(good);
  }

  above({ demand }: Level): Level {
    return this.at(Math.round(Math.log(demand / (LOWEST_USE * fullAt(this.service))) / Math.log(STEP)) + 1);
  }
}

function main(): void {
  console.log(`true limit of one instance: constant open-loop demand, ${MINUTES} minutes, ${SEEDS.length} seeds a level, levels 1 % apart, virtual time`);
  console.log('service    full at   all carry   half carry   none carries   guard touched first                           p99 quiet / at limit');
  for (const service of SERVICES.filter(isLive)) {
    const ladder = new Ladder(service);
    const half = ladder.highest(SEEDS.length / 2);
    const all = ladder.highest(SEEDS.length);
    const none = ladder.above(ladder.highest(1));
    const rate = ({ demand }: Level): string => demand.toFixed(1);
    const p99 = `${(ladder.quietP99 * 1000).toFixed(0)} / ${(half.p99 * 1000).toFixed(0)} ms`;
    const cells = [service.name.padEnd(9), fullAt(service).toFixed(1).padStart(9), rate(all).padStart(11), rate(half).padStart(12), rate(none).padStart(14)];
    console.log(`${cells.join(' ')}   ${none.guards.join(', ').padEnd(45)} ${p99}`);
  }
}

main();
