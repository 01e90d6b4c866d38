import { SeededRandom } from './SeededRandom';
import { SimulatedMember } from './SimulatedMember';
import type { SimulatedTargetOptions } from './SimulatedTargetOptions';

const STEP_MS = 500;
/** Kept for the pre-run and the longest judged step. */
const KEEP_MS = 720_000;

/** A pool of pretended instances behind pretended weights. Time comes from outside; it is caught up with whenever somebody looks. */
export class SimulatedWorld {
  readonly random: SeededRandom;
  readonly members: SimulatedMember[];
  /** Weights in force at the router, after propagation. */
  readonly weights = new Map<string, number>();
  /** Demand over the usual one. */
  surge = 1;
  /** Scrapes that come to nothing, for all. */
  blackout = false;
  /** How often was scraped. */
  scrapes = 0;
  /** Called after every step with the time reached. */
  onStep: (at: number) => void = () => undefined;
  private reached: number;
  private nextScrape: number;
  private demandWander = 0;

  constructor(
    readonly options: SimulatedTargetOptions,
    readonly now: () => number
  ) {
    this.random = new SeededRandom(options.seed);
    const start = now() - KEEP_MS;
    this.members = Array.from({ length: options.members }, (_, i) => this.member(`instance-${i + 1}`, start));
    this.members.forEach((m) => this.weights.set(m.id, WEIGHT));
    this.reached = start;
    this.nextScrape = start;
    this.past();
  }

  /** What was before anybody looked: coarse, one step a scrape. */
  private past(): void {
    const stepMs = this.options.scrapeSeconds * 1000;
    while (this.reached + stepMs <= this.now()) {
      this.reached += stepMs;
      this.step(stepMs);
      this.scrape();
    }
    this.nextScrape = this.reached + stepMs;
  }

  /** Catches up with the time. */
  sync(): void {
    const until = this.now();
    while (this.reached + STEP_MS <= until) {
      this.reached += STEP_MS;
      this.step(STEP_MS);
      this.onStep(this.reached);
      if (this.reached >= this.nextScrape) {
        this.scrape();
      }
    }
  }

  get reachedAt(): number {
    return this.reached;
  }

  /** Requests/s arriving at the pool now, before noise. */
  get poolRps(): number {
    return this.options.poolRps * this.surge;
  }

  /** Share of the traffic a member really gets, by weights among those serving; 0 to 1. */
  shareOf(id: string): number {
    const serving = this.members.filter((m) => m.serving);
    const total = serving.reduce((sum, m) => sum + (this.weights.get(m.id) ?? 0), 0);
    const own = serving.some((m) => m.id === id) ? (this.weights.get(id) ?? 0) : 0;
    return total > 0 ? own / total : 0;
  }

  private step(stepMs: number): void {
    const { noise } = this.options;
    this.demandWander = 0.98 * this.demandWander + 0.2 * noise * this.random.normal();
    const rps = this.poolRps * Math.exp(0.3 * this.demandWander);
    for (const member of this.members) {
      member.step(rps * this.shareOf(member.id), stepMs / 1000);
    }
  }

  private scrape(): void {
    this.nextScrape += this.options.scrapeSeconds * 1000;
    this.scrapes++;
    if (!this.blackout) {
      this.members.forEach((m) => m.scrape(this.reached, KEEP_MS));
    }
  }

  private member(id: string, start: number): SimulatedMember {
    const { capacityRps, workers, serviceTimeSeconds, noise } = this.options;
    return new SimulatedMember({ id, capacityRps, workers, serviceSeconds: serviceTimeSeconds, noise, startedSeconds: Math.round(start / 1000) - 3600 }, this.random);
  }
}

/** Base weight of every member, fine enough for a basis point. */
export const WEIGHT = 10_000;
