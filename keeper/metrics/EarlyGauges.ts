import type { KeeperGauges } from './KeeperGauges';

type Told = (gauges: KeeperGauges) => void;

/** Remembers what is counted before the metrics library is loaded, which must not come before a baseline is given back. */
export class EarlyGauges implements KeeperGauges {
  private later: KeeperGauges | null = null;
  private kept: Told[] = [];

  /** Tells everything so far, in order, and passes on what follows. */
  handOver(to: KeeperGauges): void {
    this.later = to;
    this.kept.forEach((tell) => tell(to));
    this.kept = [];
  }

  ticked(wallMs: number): void {
    this.tell((gauges) => gauges.ticked(wallMs));
  }

  overrides(pool: string, active: boolean): void {
    this.tell((gauges) => gauges.overrides(pool, active));
  }

  restored(pool: string, cause: string): void {
    this.tell((gauges) => gauges.restored(pool, cause));
  }

  routerFailed(router: string): void {
    this.tell((gauges) => gauges.routerFailed(router));
  }

  frozen(on: boolean): void {
    this.tell((gauges) => gauges.frozen(on));
  }

  clockOffset(seconds: number): void {
    this.tell((gauges) => gauges.clockOffset(seconds));
  }

  private tell(tell: Told): void {
    if (this.later === null) {
      this.kept.push(tell);
    } else {
      tell(this.later);
    }
  }
}
