/**
 * The times of one run. Durations are monotonic; "now" is the keeper's: its last answer plus what has passed here since
 * that was asked for (so an age is rather over- than underestimated). The browser's clock counts for nothing.
 */
export class RunTime {
  private readonly origin: number;
  private base: number | null = null;
  private keeper: { readonly at: number; readonly heard: number } | null = null;

  constructor(
    private readonly monotonic: () => number,
    private readonly fallback: number
  ) {
    this.origin = monotonic();
  }

  /** @param askedAt monotonic time at which the answer was asked for */
  heard(serverTime: number, askedAt: number): void {
    this.keeper = { at: serverTime, heard: askedAt };
    this.base ??= serverTime - (askedAt - this.origin);
  }

  monotonicNow(): number {
    return this.monotonic();
  }

  /** Machine's time: never jumps, not even when the keeper's clock does. */
  machine(): number {
    return (this.base ?? this.fallback) + (this.monotonic() - this.origin);
  }

  keeperNow(): number {
    return this.keeper === null ? this.machine() : this.keeper.at + (this.monotonic() - this.keeper.heard);
  }
}
