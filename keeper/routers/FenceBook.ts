import type { RouterWrite } from './RouterAdapter';

type Fenced = Pick<RouterWrite, 'fence' | 'ttlMs'>;

interface Entry {
  readonly highest: number;
  /** Leases up to this one are over and never come back. */
  readonly ended: number;
}

/** Newest fence of each pool, for routers that cannot compare one themselves: a write that was held up is known as old. */
export class FenceBook {
  private readonly entries = new Map<string, Entry>();

  /** Whether the write may go out; if so it counts from now on. */
  admit(pool: string, { fence, ttlMs }: Fenced): boolean {
    const { highest, ended } = this.entryOf(pool);
    const isOld = fence < highest || (ttlMs > 0 && fence <= ended);
    if (isOld) {
      return false;
    }
    this.entries.set(pool, { highest: fence, ended: ttlMs > 0 ? ended : fence });
    return true;
  }

  /** Whether a write that was admitted and had to wait may still go out: a raise while nothing came after it, a way back while no raise did. */
  isWanted(pool: string, { fence, ttlMs }: Fenced): boolean {
    const { highest, ended } = this.entryOf(pool);
    return ttlMs > 0 ? fence >= highest && fence > ended : fence >= highest || ended === highest;
  }

  private entryOf(pool: string): Entry {
    return this.entries.get(pool) ?? { highest: 0, ended: -1 };
  }
}
