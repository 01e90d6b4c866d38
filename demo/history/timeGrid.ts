import { type Timeline } from '../model/timeline';

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEP = 120 * SECOND;
const DENSE_STEP = 15 * SECOND;
const DENSE_COARSE_STEP = 60 * SECOND;
// Off the round minute, as real scrapes are: a window's edge must not decide whether a sample counts.
const OFFSET = 7 * SECOND;
const CAMPAIGN_DENSE = 4 * HOUR;
const LATELY_DENSE = 6 * HOUR;
const LATENCY_DAYS = 14;
const CAMPAIGN_LATENCY = 12 * HOUR;
const RECENT_DAYS = 30;

/** One moment of the history and what is kept at it. */
export interface Tick {
  readonly at: number;
  readonly coarse: boolean;
  readonly latency: boolean;
  readonly recent: boolean;
}

/** Chosen for a budget: two minutes are the coarsest that a five-minute rate bears; the crest and the last hours are dense. */
export class TimeGrid {
  constructor(
    private readonly timeline: Timeline,
    private readonly end: number
  ) {}

  /** Ticks in [from, to). */
  between(from: number, to: number): Tick[] {
    const ticks: Tick[] = [];
    let at = Math.ceil((from - OFFSET) / DENSE_STEP) * DENSE_STEP + OFFSET;
    for (; at < to; at += DENSE_STEP) {
      const dense = this.isDense(at);
      if (dense || (at - OFFSET) % STEP === 0) {
        ticks.push(this.tick(at, dense));
      }
    }
    return ticks;
  }

  private isDense(at: number): boolean {
    return Math.abs(at - this.timeline.campaign) <= CAMPAIGN_DENSE || at >= this.end - LATELY_DENSE;
  }

  private tick(at: number, dense: boolean): Tick {
    const coarse = (at - OFFSET) % (dense ? DENSE_COARSE_STEP : 2 * STEP) === 0;
    return {
      at,
      coarse,
      latency: at >= this.end - LATENCY_DAYS * DAY || Math.abs(at - this.timeline.campaign) <= CAMPAIGN_LATENCY,
      recent: coarse && at >= this.end - RECENT_DAYS * DAY,
    };
  }
}
