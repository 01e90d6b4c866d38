import { DAY, HOUR, MINUTE } from '../../../domain/base/Duration';
import type { Series } from '../../../domain/base/Series';
import { FIXTURE_NOW } from './serviceFactsFixture';

/** Demand of a made-up shop at a moment: night and day, quieter weekends, one campaign. */
export function demandAtFixture(at: number): number {
  const hour = (at % DAY) / HOUR;
  const rhythm =
    1100 + 900 * Math.sin(((hour - 8) / 24) * 2 * Math.PI) + 260 * Math.sin(((hour - 18) / 6) * Math.PI) ** 2;
  const weekday = new Date(at).getUTCDay();
  const weekend = weekday === 0 || weekday === 6 ? 0.75 : 1;
  const campaign = Math.abs(at - (FIXTURE_NOW - 12 * DAY)) < 2 * HOUR ? 2.15 : 1;
  return rhythm * weekend * campaign * (1 + 0.03 * wobble(at / MINUTE));
}

/** Between -1 and 1, the same every time. */
export const wobble = (n: number): number => Math.sin(n * 12.9898) * Math.cos(n * 4.1414);

export function seriesFixture(days: number, step: number, valueAt: (at: number) => number): Series {
  const count = Math.floor((days * DAY) / step);
  const start = FIXTURE_NOW - count * step;
  return { start, step, values: Float64Array.from({ length: count }, (_, i) => valueAt(start + i * step)) };
}

/** Medians of the week, with one night that was never measured. */
export const hourOfWeekFixture = (): ReadonlyArray<number | null> =>
  Array.from({ length: 168 }, (_, i) =>
    i > 149 && i < 153 ? null : demandAtFixture(Date.UTC(2026, 10, 2) + i * HOUR)
  );
