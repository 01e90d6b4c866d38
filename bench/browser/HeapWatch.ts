import type { CDPSession } from '@playwright/test';

const EVERY = 250;

/** Greatest JavaScript heap of a page while it is watched, bytes; array buffers lie outside of it. */
export class HeapWatch {
  private peak = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly session: CDPSession) {}

  async start(): Promise<void> {
    this.peak = 0;
    await this.session.send('Performance.enable');
    this.timer = setInterval(() => void this.look(), EVERY);
  }

  async stop(): Promise<number> {
    clearInterval(this.timer ?? undefined);
    await this.look();
    return this.peak;
  }

  private async look(): Promise<void> {
    // The page may be between two documents.
    const answer = await this.session.send('Performance.getMetrics').catch(() => ({ metrics: [] }));
    const used = answer.metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    this.peak = Math.max(this.peak, used);
  }
}
