import type { RouterWrite } from './RouterAdapter';

interface Entry {
  highest: number;
  /** Leases up to this one are over and never come back. */
  ended: number;
}

/** Newest fence of each pool, for routers that cannot compare one themselves: a write that was held up is known as old. */
export class FenceBook {
  private readonly entries = new Map<string, Entry>();

  /** Whether the write may go out; if so it counts from now on. */
  admit(pool: string, { fence, ttlMs }: Pick<RouterWrite, 'fence' | 'ttlMs'>): boolean {
    const entry = this.entries.get(pool) ?? { highest: 0, ended: -1 };
    const isOld = fence < entry.highest || (ttlMs > 0 && fence <= entry.ended);
    if (isOld) {
      return false;
    }
    this.entries.set(pool, { highest: fence, ended: ttlMs > 0 ? entry.ended : fence });
    return true;
  }
}
