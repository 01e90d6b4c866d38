import { type RhythmName } from '../history/serviceDefinition';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// 1 January 1970 was a Thursday.
const EPOCH_WEEKDAY = 4;

interface Rhythm {
  /** Share of the way from night to peak, by hour of the day (UTC). */
  readonly hours: readonly number[];
  /** Factor by weekday, Sunday first. */
  readonly week: readonly number[];
}

const RHYTHMS: Readonly<Record<RhythmName, Rhythm>> = {
  shop: {
    hours: [
      0.34, 0.2, 0.1, 0.04, 0, 0.03, 0.12, 0.27, 0.42, 0.54, 0.62, 0.68, 0.74, 0.7, 0.66, 0.66, 0.7, 0.78, 0.88, 0.97,
      1, 0.93, 0.76, 0.54,
    ],
    week: [1.06, 1, 0.97, 0.97, 0.98, 0.95, 1],
  },
  office: {
    hours: [
      0.02, 0, 0, 0.01, 0.03, 0.08, 0.2, 0.45, 0.76, 0.94, 1, 0.97, 0.8, 0.84, 0.95, 0.92, 0.78, 0.55, 0.34, 0.22, 0.15,
      0.1, 0.06, 0.04,
    ],
    week: [0.34, 1, 1.03, 1.02, 1, 0.92, 0.38],
  },
  steady: { hours: new Array<number>(24).fill(1), week: [1, 1, 1, 1, 1, 1, 1] },
  nightly: {
    hours: [
      0.55, 0.92, 1, 0.95, 0.7, 0.4, 0.2, 0.12, 0.1, 0.08, 0.08, 0.08, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.12, 0.14, 0.16,
      0.2, 0.25, 0.35,
    ],
    week: [0.8, 1, 1, 1, 1, 1.05, 0.9],
  },
};

function between(values: readonly number[], position: number): number {
  const index = Math.floor(position);
  const left = values[index % values.length] ?? 0;
  const right = values[(index + 1) % values.length] ?? 0;
  return left + ((right - left) * (1 - Math.cos((position - index) * Math.PI))) / 2;
}

/** Demand at a time of the week as a share of the weekday peak; `night` is the share left at the quietest hour. */
export function rhythmAt(name: RhythmName, night: number, at: number): number {
  const rhythm = RHYTHMS[name];
  const hour = (at % DAY) / HOUR;
  // Weekday factors are blended around midnight: a step there would look like an incident.
  const week = between(rhythm.week, (at / DAY + EPOCH_WEEKDAY - 0.5) % 7);
  return (night + (1 - night) * between(rhythm.hours, hour)) * week;
}
