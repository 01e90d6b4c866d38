import { type ServiceDefinition } from '../history/serviceDefinition';
import { routeCosts } from '../model/routeCosts';
import { seededRandom } from '../model/seededRandom';
import { InstanceWork } from './InstanceWork';
import { PoissonArrivals } from './poissonArrivals';
import { routePicker } from './routePicker';
import { VirtualTime } from './VirtualTime';

export interface CarryRun {
  readonly service: ServiceDefinition;
  /** Requests per second, constant and open-loop. */
  readonly demand: number;
  readonly minutes: number;
  readonly seed: number;
  /** p99 before the test, seconds: the latency guard stands at four times this, at most two seconds. */
  readonly quietP99: number;
}

export type GuardName = 'CPU above 97 % in one scrape' | 'CPU above 90 % over 30 s' | 'hang' | 'p99 over 30 s' | 'errors over 30 s' | 'pool full over 30 s';

export interface CarryResult {
  /** First guard that was touched; null = carried. */
  readonly guard: GuardName | null;
  readonly p99: number;
  readonly cpu: number;
}

const SCRAPE_MS = 5000;
const SOFT_SCRAPES = 6;
/** Until the queues are as full as they get. */
const WARM_MS = 60_000;
const TICK_MS = 5;
const LONGEST_P99 = 2;
const P99_FACTOR = 4;
const HARD_CPU = 0.97;
const SOFT_CPU = 0.9;
const ERROR_POINT = 0.01;
const FEWEST_ERRORS = 5;
const HANG_SHARE = 0.1;
const HANG_COUNT = 20;
const FULL_POOL = 0.9;

interface Scrape {
  readonly sent: number;
  readonly errors: number;
  readonly inFlight: number;
  readonly cpu: number;
  readonly pool: number;
  readonly latencies: readonly number[];
}

export function quantileOf(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** One instance under constant demand in virtual time, scraped as the live part is. */
function* scrapes({ service, demand, minutes, seed }: CarryRun): Generator<Scrape> {
  const time = new VirtualTime();
  const random = seededRandom(seed);
  const cpuMs = service.phases.at(-1)?.cpuMs ?? 10;
  const work = new InstanceWork({ service, cpuMs, random, now: () => time.now, after: time.after });
  const costs = new Map(service.routes.map((route, i) => [route.path, routeCosts(service.routes)[i] ?? 1]));
  const pick = routePicker(service.routes, random);
  const arrivals = new PoissonArrivals(() => demand, random, 0);
  let [sent, errors, poolMs, cpuBefore]: [number, number, number, number] = [0, 0, 0, 0];
  let latencies: number[] = [];
  const send = (): void => {
    const begin = time.now;
    sent += 1;
    work.serve(cpuMs * (costs.get(pick()) ?? 1), (status) => {
      errors += status >= 500 ? 1 : 0;
      latencies.push((time.now - begin) / 1000);
    });
  };
  const end = WARM_MS + minutes * 60_000;
  for (let at = TICK_MS; at <= end; at += TICK_MS) {
    time.run(at);
    poolMs += work.poolInUse * TICK_MS;
    for (let due = arrivals.due(at); due > 0; due--) {
      send();
    }
    if (at % SCRAPE_MS === 0) {
      const cpu = work.cpuSeconds();
      const pool = service.pool ? poolMs / SCRAPE_MS / service.pool.size : 0;
      const use = ((cpu - cpuBefore) * 1000) / SCRAPE_MS / service.cores;
      const scrape = { sent, errors, inFlight: work.inFlight, cpu: use, pool, latencies };
      [sent, errors, poolMs, cpuBefore, latencies] = [0, 0, 0, cpu, []];
      if (at > WARM_MS) {
        yield scrape;
      }
    }
  }
}

function touched(window: readonly Scrape[], p99Limit: number): GuardName | null {
  const last = window.at(-1);
  if (!last) {
    return null;
  }
  if (last.cpu > HARD_CPU) {
    return 'CPU above 97 % in one scrape';
  }
  if (last.inFlight > Math.max(HANG_SHARE * last.sent, HANG_COUNT)) {
    return 'hang';
  }
  if (window.length < SOFT_SCRAPES) {
    return null;
  }
  const errors = window.reduce((sum, scrape) => sum + scrape.errors, 0);
  const sent = window.reduce((sum, scrape) => sum + scrape.sent, 0);
  const rules: ReadonlyArray<readonly [GuardName, boolean]> = [
    ['CPU above 90 % over 30 s', mean(window.map(({ cpu }) => cpu)) > SOFT_CPU],
    ['errors over 30 s', errors >= FEWEST_ERRORS && errors / sent > ERROR_POINT],
    ['p99 over 30 s', quantileOf(window.flatMap(({ latencies }) => latencies), 0.99) > p99Limit],
    ['pool full over 30 s', mean(window.map(({ pool }) => pool)) > FULL_POOL],
  ];
  return rules.find(([, isTouched]) => isTouched)?.[0] ?? null;
}

/** Whether one instance carries a constant demand without touching a default guard, by the very queues of the live part. */
export function carriedWithoutGuard(run: CarryRun): CarryResult {
  const p99Limit = Math.min(LONGEST_P99, P99_FACTOR * run.quietP99);
  const window: Scrape[] = [];
  const all: number[] = [];
  const cpu: number[] = [];
  for (const scrape of scrapes(run)) {
    window.push(scrape);
    window.splice(0, window.length - SOFT_SCRAPES);
    all.push(...scrape.latencies);
    cpu.push(scrape.cpu);
    const guard = touched(window, p99Limit);
    if (guard) {
      return { guard, p99: quantileOf(all, 0.99), cpu: mean(cpu) };
    }
  }
  return { guard: null, p99: quantileOf(all, 0.99), cpu: mean(cpu) };
}
