import type { KeeperClock } from './clock/KeeperClock';
import type { Keeper } from './Keeper';
import type { KeeperLog } from './KeeperLog';

const PERIOD_MS = 1000;

/** Wakes the keeper every second, and when the first lease falls due. */
export class KeeperLoop {
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly keeper: Keeper,
    private readonly clock: KeeperClock,
    private readonly log: KeeperLog,
    /** Looked at with every turn: what else waits for the keeper, such as files somebody left for it. */
    private readonly alsoEachTurn: () => Promise<void>
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves after the turn under way. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  /** A turn held up by one router does not hold up the next: pools that are still busy with the last are left alone. */
  private async run(): Promise<void> {
    let ticking = Promise.resolve();
    let obeying: Promise<void> | null = null;
    while (!this.ending.signal.aborted) {
      const begun = this.clock.monotonicMs();
      ticking = this.turn(() => this.keeper.tick());
      obeying ??= this.turn(this.alsoEachTurn).finally(() => {
        obeying = null;
      });
      // Leases taken in the turn are seen in the next; the promise is a second.
      const due = Math.min(begun + PERIOD_MS, this.keeper.nextDeadline() ?? Number.POSITIVE_INFINITY);
      await this.clock.sleep(Math.max(1, due - this.clock.monotonicMs()), this.ending.signal);
    }
    await Promise.all([ticking, obeying]);
  }

  /** One bad turn must not be the last. */
  private async turn(work: () => Promise<void>): Promise<void> {
    await work().catch((reason: unknown) => this.log.error({ err: reason }, 'a turn of the keeper failed'));
  }
}
