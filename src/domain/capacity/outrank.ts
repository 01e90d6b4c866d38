import { DAY } from '../base/Duration';
import type { AthPeak } from './AthPeak';

/** A recorded series speaks for a day when it holds at least this share of it. */
export const SPEAKS_FOR_DAY = 0.9;

export interface Outranked {
  readonly speaking: readonly AthPeak[];
  /** Greater peaks that a recorded series contradicts, with the value it holds for that day. */
  readonly outranked: ReadonlyArray<{ readonly peak: AthPeak; readonly recorded: number }>;
}

/**
 * Recorded series outrank what browsers read or published: for each UTC day that one covers, only it speaks. Nothing
 * else is silenced; between a published and a local peak the greater wins (a person may have published at noon).
 * @param peaks of one window and one step
 */
export function outrank(peaks: readonly AthPeak[]): Outranked {
  const recordedByDay = new Map<number, number>();
  for (const peak of peaks) {
    if (peak.origin === 'recorded' && (peak.coverage ?? 0) >= SPEAKS_FOR_DAY) {
      recordedByDay.set(dayOf(peak), Math.max(peak.value, recordedByDay.get(dayOf(peak)) ?? 0));
    }
  }
  const silenced = (peak: AthPeak) => peak.origin !== 'recorded' && recordedByDay.has(dayOf(peak));
  return {
    speaking: peaks.filter((p) => !silenced(p)),
    outranked: peaks
      .filter(silenced)
      .map((peak) => ({ peak, recorded: recordedByDay.get(dayOf(peak)) ?? 0 }))
      .filter(({ peak, recorded }) => peak.value > recorded),
  };
}

const dayOf = (peak: AthPeak): number => Math.floor(peak.at / DAY);
