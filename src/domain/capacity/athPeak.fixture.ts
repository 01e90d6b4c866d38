import { DAY, MINUTE } from '../base/Duration';
import type { AthPeak } from './AthPeak';

/** The peak of day `day`, reached at noon. */
export function peakOfDay(day: number, value: number, change: Partial<AthPeak> = {}): AthPeak {
  return {
    value,
    at: day * DAY + DAY / 2,
    window: 5 * MINUTE,
    step: 5 * MINUTE,
    from: day * DAY,
    to: (day + 1) * DAY,
    coverage: 1,
    origin: 'local',
    source: 'prom',
    capacityThen: null,
    censored: false,
    secondView: null,
    ...change,
  };
}
