import type { Clock } from '../../../ports/Clock';
import type { Ticker } from '../../../ports/Ticker';

/** A world's time that runs faster than the page's: for trying a run out. */
export class ScaledTime implements Clock, Ticker {
  private readonly origin: number;
  private readonly start: number;

  constructor(
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    private readonly monotonicNow: () => number,
    private readonly speed: number
  ) {
    this.origin = monotonicNow();
    this.start = clock.now();
  }

  now(): number {
    return this.start + this.monotonic();
  }

  readonly monotonic = (): number => (this.monotonicNow() - this.origin) * this.speed;

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.clock.sleep(milliseconds / this.speed, signal);
  }

  every(milliseconds: number, tick: () => void): () => void {
    return this.ticker.every(milliseconds / this.speed, tick);
  }
}
