import type { RawSample } from '../../../domain/guards/RawSample';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { SIGNAL } from '../../../domain/ramp/Signal';
import { meanSojourn } from './queueing';
import type { SeededRandom } from './SeededRandom';

/** Upper bounds of the latency buckets, seconds. */
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, Infinity];
/** Requests that wait longer than this fail, seconds. */
const TIMEOUT = 5;
const BASE_ERRORS = 0.0005;
/** AR(1) of the noise over a second. */
const MEMORY = 0.8;

export type MemberFault = 'none' | 'hang' | 'errors';

export interface MemberTraits {
  readonly id: string;
  readonly capacityRps: number;
  readonly workers: number;
  readonly serviceSeconds: number;
  readonly noise: number;
  readonly startedSeconds: number;
}

/** One pretended instance: a queue with workers, its counters, and what was scraped of them. */
export class SimulatedMember {
  serving = true;
  fault: MemberFault = 'none';
  /** Nothing more is scraped of it. */
  silent = false;
  startedSeconds: number;
  private backlog = 0;
  private wander = 0;
  private readonly totals = { sent: 0, completed: 0, errors: 0, cpu: 0, latency: 0 };
  private readonly buckets = BOUNDS.map(() => 0);
  private readonly series: Record<string, RawSample[]> = {};
  private readonly bucketSeries: RawSample[][] = BOUNDS.map(() => []);

  constructor(
    readonly traits: MemberTraits,
    private readonly random: SeededRandom
  ) {
    this.startedSeconds = traits.startedSeconds;
  }

  get id(): string {
    return this.traits.id;
  }

  get sent(): number {
    return Math.round(this.totals.sent);
  }

  get completed(): number {
    return Math.round(this.totals.completed);
  }

  get queue(): number {
    return Math.round(this.backlog);
  }

  /** Lets `seconds` pass with `rps` arriving. */
  step(rps: number, seconds: number): void {
    const { capacityRps, noise, workers, serviceSeconds } = this.traits;
    const memory = MEMORY ** seconds;
    this.wander = memory * this.wander + Math.sqrt(1 - memory * memory) * this.random.normal();
    const arrivals = this.random.poisson(rps * seconds);
    const room = this.fault === 'hang' ? 0 : capacityRps * seconds;
    const done = Math.min(this.backlog + arrivals, room);
    const expired = Math.max(0, this.backlog + arrivals - done - capacityRps * TIMEOUT);
    this.backlog = this.backlog + arrivals - done - expired;
    const wait = this.backlog / capacityRps;
    const mean = (meanSojourn(workers, rps / capacityRps, serviceSeconds) + wait) * Math.exp(noise * this.wander);
    const failed = expired + (this.fault === 'errors' ? done * 0.6 : this.random.poisson(done * BASE_ERRORS));
    this.totals.sent += arrivals;
    this.totals.completed += done + expired;
    this.totals.errors += failed;
    this.totals.cpu += (done / capacityRps) * workers;
    this.totals.latency += done * mean;
    BOUNDS.forEach((bound, i) => (this.buckets[i] = (this.buckets[i] ?? 0) + done * (bound === Infinity ? 1 : 1 - Math.exp(-bound / mean))));
  }

  /** Another process: counters begin anew. */
  restart(atSeconds: number): void {
    this.startedSeconds = atSeconds;
    this.backlog = 0;
    Object.assign(this.totals, { completed: 0, errors: 0, cpu: 0, latency: 0 });
    this.buckets.fill(0);
  }

  scrape(at: number, keepMs: number): void {
    if (this.silent) {
      return;
    }
    const { completed, errors, cpu, latency, sent } = this.totals;
    const values: ReadonlyArray<readonly [string, number]> = [
      [SIGNAL.requests, completed],
      [SIGNAL.errors, errors],
      [SIGNAL.cpu, cpu],
      [SIGNAL.latencySum, latency],
      [SIGNAL.latencyCount, this.buckets.at(-1) ?? 0],
      [SIGNAL.startTime, this.startedSeconds],
      [SIGNAL.up, 1],
      [SIGNAL.sent, sent],
      [SIGNAL.completed, completed],
    ];
    for (const [name, value] of values) {
      keep((this.series[name] ??= []), { at, value }, keepMs);
    }
    this.bucketSeries.forEach((series, i) => keep(series, { at, value: this.buckets[i] ?? 0 }, keepMs));
  }

  samples(role: 'target' | 'peer', from: number): SubjectSamples {
    const start = indexFrom(this.series[SIGNAL.requests] ?? [], from);
    const series = Object.fromEntries(Object.entries(this.series).map(([name, samples]) => [name, [samples.slice(start)]]));
    return { subject: this.id, role, series, buckets: BOUNDS.map((le, i) => ({ le, series: [(this.bucketSeries[i] ?? []).slice(start)] })) };
  }
}

/** Old samples go in large bites, so that keeping costs little. */
function keep(series: RawSample[], sample: RawSample, keepMs: number): void {
  series.push(sample);
  if ((series[0]?.at ?? sample.at) < sample.at - 2 * keepMs) {
    series.splice(0, indexFrom(series, sample.at - keepMs));
  }
}

function indexFrom(series: readonly RawSample[], from: number): number {
  let i = series.length;
  while (i > 0 && (series[i - 1]?.at ?? 0) >= from) {
    i--;
  }
  return i;
}
