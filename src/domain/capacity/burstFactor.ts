import { DAY } from '../base/Duration';
import { quantile } from '../stats/quantile';
import { found, notFound, type Finding } from './Finding';

/** One five-minute window of demand. */
export interface BurstWindow {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Greatest one-minute rate inside it, requests/s. */
  readonly maxMinute: number;
  /** Its mean, requests/s. */
  readonly mean: number;
}

export interface Burst {
  /** 1 or more. */
  readonly value: number;
  /** Windows in peak hours it rests on. */
  readonly windows: number;
}

/** Windows at or above this share of their day's peak are "peak hours". */
const NEAR_PEAK = 0.8;
const QUANTILE = 0.95;
/** An hour of windows: below that a p95 is just the greatest one. */
const FEWEST_WINDOWS = 12;

/** How far a minute rises above its five minutes: p95 of max 1 m / 5 m mean in windows at 80 % or more of the day's peak. */
export function burstFactor(windows: readonly BurstWindow[]): Finding<Burst> {
  const sound = windows.filter((w) => Number.isFinite(w.maxMinute) && Number.isFinite(w.mean) && w.mean > 0);
  const peaks = new Map<number, number>();
  for (const { at, mean } of sound) {
    const day = Math.floor(at / DAY);
    peaks.set(day, Math.max(mean, peaks.get(day) ?? 0));
  }
  const busy = sound.filter(({ at, mean }) => mean >= NEAR_PEAK * (peaks.get(Math.floor(at / DAY)) ?? 0));
  const ratio =
    busy.length < FEWEST_WINDOWS
      ? null
      : quantile(
          busy.map((w) => w.maxMinute / w.mean),
          QUANTILE
        );
  return ratio === null
    ? notFound(
        `only ${busy.length} five-minute windows near a daily peak, ${FEWEST_WINDOWS} are needed`,
        'wait for more history, or check that one-minute rates can be read (scrape interval)'
      )
    : found({ value: Math.max(1, ratio), windows: busy.length });
}
