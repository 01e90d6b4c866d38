/** A disk as it fails: full, so that every write is refused, or stuck, so that no write comes to an end. */
export class MemoryDisk {
  private refusal: string | null = null;
  private stuck: { readonly over: Promise<void>; readonly end: () => void } | null = null;

  /** Every write is refused with this message; null = the disk is well again. */
  fail(message: string | null): void {
    this.refusal = message;
  }

  /** Every write from now on waits until `release`. */
  hang(): void {
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.stuck ??= { over, end };
  }

  release(): void {
    this.stuck?.end();
    this.stuck = null;
  }

  /** What a write has to wait for; null = nothing. @throws Error while the disk refuses */
  take(): Promise<void> | null {
    if (this.refusal !== null) {
      throw new Error(this.refusal);
    }
    return this.stuck?.over ?? null;
  }
}
