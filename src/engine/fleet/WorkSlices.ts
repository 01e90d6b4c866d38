import type { Clock } from '../../ports/Clock';

/** Longest stretch of work before the page gets a turn, milliseconds. */
const SLICE = 12;

/** Cuts work over a whole fleet into slices, by time: what one service costs differs a hundredfold. */
export class WorkSlices {
  private begun: number;

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal
  ) {
    this.begun = clock.now();
  }

  /** Call after each piece of work: rests when the slice is used up. @throws AbortError when cancelled meanwhile */
  async breathe(): Promise<void> {
    if (this.clock.now() - this.begun > SLICE) {
      await this.rest();
    }
  }

  /** Ends the slice: what follows is a task of its own. @throws AbortError when cancelled meanwhile */
  async rest(): Promise<void> {
    await this.clock.sleep(0, this.signal);
    this.begun = this.clock.now();
  }
}
