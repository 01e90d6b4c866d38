import { DAY } from '../base/Duration';
import type { Point } from '../base/Series';
import { found, notFound, type Finding } from './Finding';

const DAYS = 30;
const RANK = 3;

export interface ThirdPeak {
  /** Requests/s. */
  readonly value: number;
  /** Of the day that holds it, as given. */
  readonly at: number;
  /** Days with a value among the last 30. */
  readonly days: number;
}

/**
 * Third-highest daily peak of the last 30 days: a usual high day, two odd ones forgiven.
 * @param daily peak of each day, one point a day, `at` in that day; NaN and infinities are gaps
 * @param now epoch milliseconds
 */
export function thirdHighestDailyPeak(daily: readonly Point[], now: number): Finding<ThirdPeak> {
  const recent = daily.filter((p) => Number.isFinite(p.value) && p.at > now - DAYS * DAY && p.at <= now);
  const ranked = [...recent].sort((a, b) => b.value - a.value || a.at - b.at);
  const third = ranked[RANK - 1];
  return third
    ? found({ value: third.value, at: third.at, days: recent.length })
    : notFound(
        `only ${recent.length} of the last ${DAYS} days have a peak, ${RANK} are needed`,
        'wait for more history, or check retention'
      );
}
