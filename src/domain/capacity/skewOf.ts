import { DAY, HOUR } from '../base/Duration';
import { median } from '../stats/median';
import { found, notFound, type Finding } from './Finding';

/** One hour of one service. */
export interface SkewHour {
  /** Start of the hour, epoch milliseconds. */
  readonly at: number;
  /** Mean requests/s of the busiest instance in that hour. */
  readonly busiest: number;
  /** Mean requests/s of all instances together. */
  readonly total: number;
  /** Mean number of instances; 1 or more. */
  readonly instances: number;
  /** Distinct versions that ran; 1 where labels do not say. */
  readonly versions: number;
  /** True when a load test or another override moved traffic in that hour. */
  readonly overridden?: boolean;
}

export interface Skew {
  /** 1 or more. */
  readonly value: number;
  /** Hours it rests on. */
  readonly hours: number;
}

const NEAR_PEAK = 0.8;
/** Below this the busiest instance is the luckiest one: counting noise is 3 % at 1000 requests. */
const FEWEST_REQUESTS = 1000;
const FEWEST_HOURS = 3;

interface Measured {
  readonly at: number;
  readonly total: number;
  readonly ratio: number;
  readonly sound: boolean;
}

/**
 * Busiest instance over the mean of instances: median of one-hour ratios, in hours at 80 % or more of their day's peak
 * hour, with at least 1000 requests an instance (on average), one version, two or more instances and no override.
 */
export function skewOf(hours: readonly SkewHour[]): Finding<Skew> {
  const measured = hours.map(measure).filter((m): m is Measured => m !== null);
  const peaks = new Map<number, number>();
  for (const { at, total } of measured) {
    peaks.set(dayOf(at), Math.max(total, peaks.get(dayOf(at)) ?? 0));
  }
  const busy = measured.filter((m) => m.sound && m.total >= NEAR_PEAK * (peaks.get(dayOf(m.at)) ?? 0));
  const ratio = busy.length < FEWEST_HOURS ? null : median(busy.map((m) => m.ratio));
  return ratio === null
    ? notFound(
        `only ${busy.length} busy hours with one version and ${FEWEST_REQUESTS} requests an instance, ${FEWEST_HOURS} are needed`,
        'wait for more history, or name the instance label in the profile'
      )
    : found({ value: Math.max(1, ratio), hours: busy.length });
}

/** Null when the hour holds no demand; its total still tells the day's peak hour when it is not sound. */
function measure({ at, busiest, total, instances, versions, overridden }: SkewHour): Measured | null {
  if (!(total > 0 && instances >= 1 && busiest >= 0)) {
    return null;
  }
  const mean = total / instances;
  const enough = (mean * HOUR) / 1000 >= FEWEST_REQUESTS && instances >= 2;
  return { at, total, ratio: busiest / mean, sound: enough && versions === 1 && overridden !== true };
}

const dayOf = (at: number): number => Math.floor(at / DAY);
