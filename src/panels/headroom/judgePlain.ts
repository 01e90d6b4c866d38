import type { BarStatus } from './HeadroomBar';
import type { PlainFigure } from './PlainFigure';
import { statusOfGrowth } from './statusOfGrowth';

export interface PlainVerdict {
  readonly status: BarStatus;
  /** Growth over the peak that fits; null when the peak or the capacity is not known. */
  readonly headroom: number | null;
  /** Why the status is what it is; null when the numbers say it. */
  readonly notes: string | null;
}

export interface PlainFigures {
  readonly demand: PlainFigure;
  readonly capacity: PlainFigure;
  readonly ath: PlainFigure;
}

/**
 * Verdict over plain queries. Headroom is growth over the peak: demand of a quiet hour says nothing about the next one,
 * so without an all-time high a shortage can be seen, and nothing else.
 * @param asked growth, as a share
 */
export function judgePlain({ demand, capacity, ath }: PlainFigures, asked: number): PlainVerdict {
  const peak = ath.value === null ? null : Math.max(ath.value, demand.value ?? ath.value);
  const headroom = capacity.value !== null && peak !== null && peak > 0 ? capacity.value / peak - 1 : null;
  const overrun = demand.value !== null && capacity.value !== null && demand.value > capacity.value;
  // An all-time high stays one, however long ago it was told.
  const stale = [demand.stale, capacity.stale].filter((reason) => reason !== null);
  const missing = [demand.missing, capacity.missing, ath.missing].filter((reason) => reason !== null);
  const notes = [
    ...stale,
    ...(overrun ? ['Demand now is above capacity.'] : []),
    ...(ath.value !== null && peak !== null && peak > ath.value ? ['Demand now is above the all-time high, and counts as the peak.'] : []),
    ...(peak !== null && peak <= 0 ? ['The all-time high is 0: there is nothing to grow from.'] : []),
    ...missing,
  ];
  const status = statusOf({ stale: stale.length > 0, overrun, missing: missing.length > 0 }, headroom, asked);
  return { status, headroom, notes: notes.length > 0 ? notes.join(' ') : null };
}

interface Doubts {
  readonly stale: boolean;
  /** Demand now is above capacity. */
  readonly overrun: boolean;
  readonly missing: boolean;
}

/** As on the fleet page: what is not fresh comes before what it says, a shortage before what is not known. */
function statusOf({ stale, overrun, missing }: Doubts, headroom: number | null, asked: number): BarStatus {
  if (stale) {
    return 'stale';
  }
  if (overrun || (headroom !== null && headroom < 0)) {
    return 'short';
  }
  return missing ? 'unknown' : statusOfGrowth(headroom, asked);
}
