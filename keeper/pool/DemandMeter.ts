import type { PoolReading } from './PoolReading';

const SHORTEST_WINDOW_MS = 500;

/** Requests a second each member was sent since the look before, from the router's own counters. */
export class DemandMeter {
  private last: { readonly at: number; readonly sent: ReadonlyMap<string, number> } | null = null;

  /** Empty on the first look, after a counter fell back, and where the router does not count. */
  take(reading: PoolReading, nowMs: number): ReadonlyMap<string, number> {
    const previous = this.last;
    if (previous !== null && nowMs - previous.at < SHORTEST_WINDOW_MS) {
      return new Map();
    }
    const sent = new Map(reading.members.flatMap((m): Array<[string, number]> => (m.counters?.sent === undefined ? [] : [[m.id, m.counters.sent]])));
    this.last = { at: nowMs, sent };
    const rates = new Map<string, number>();
    for (const [id, count] of sent) {
      const before = previous?.sent.get(id);
      if (previous !== null && before !== undefined && count >= before) {
        rates.set(id, ((count - before) * 1000) / (nowMs - previous.at));
      }
    }
    return rates;
  }
}
