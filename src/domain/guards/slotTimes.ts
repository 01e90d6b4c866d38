import type { RawSeries } from './RawSample';

const FRESH_SCRAPES = 2;
const MOST_MISSING = 20;

/** Sample timestamps of a signal, ascending, with those that should have been there. */
export interface Slot {
  readonly at: number;
  readonly missing: boolean;
}

/**
 * Distinct sample timestamps of a signal, a missing slot for each scrape that left none, and, when the newest is older
 * than two scrapes, a missing slot for each scrape since.
 */
export function slotTimes(series: readonly RawSeries[], scrapeMs: number, now: number): readonly Slot[] {
  const times = [...new Set(series.flatMap((one) => one.map((s) => s.at)))].sort((a, b) => a - b);
  const slots: Slot[] = [];
  for (const at of times) {
    const before = slots.at(-1)?.at;
    if (before !== undefined) {
      slots.push(...missingAfter(before, Math.round((at - before) / scrapeMs) - 1, scrapeMs));
    }
    slots.push({ at, missing: false });
  }
  const newest = times.at(-1) ?? now - (MOST_MISSING + 1) * scrapeMs;
  const age = now - newest;
  return age > FRESH_SCRAPES * scrapeMs ? [...slots, ...missingAfter(newest, Math.floor(age / scrapeMs) - 1, scrapeMs)] : slots;
}

const missingAfter = (at: number, count: number, scrapeMs: number): Slot[] =>
  Array.from({ length: Math.max(0, Math.min(MOST_MISSING, count)) }, (_, i) => ({ at: at + (i + 1) * scrapeMs, missing: true }));
