import type { HeadroomBar } from './HeadroomBar';
import type { BarScaleKind } from './HeadroomOptions';

/** Positions along a bar, 0 to 1 of its length; `beyond` when the true place lies past the end. */
export interface Place {
  readonly at: number;
  readonly beyond: boolean;
}

/** Marks farther out than this many capacities stand at the end, with a sign that they lie beyond. */
const MOST_CAPACITIES = 2;

/**
 * Places values of a bar. Scaled by `capacity` every bar ends at its own capacity times the same factor, so bars of large
 * and small services can be compared; `absolute` draws all in one unit.
 */
export function barScale(bars: readonly HeadroomBar[], kind: BarScaleKind): (bar: HeadroomBar, value: number) => Place {
  if (kind === 'absolute') {
    const end = Math.max(...bars.flatMap(valuesOf), Number.MIN_VALUE);
    return (_, value) => place(value / end);
  }
  const spans = bars.flatMap((bar) => (bar.capacity ? valuesOf(bar).map((value) => value / Number(bar.capacity)) : []));
  const end = Math.min(MOST_CAPACITIES, Math.max(1, ...spans) * 1.02);
  // Without a capacity the greatest value known takes the length a capacity would.
  return (bar, value) => place(value / ((bar.capacity || Math.max(...valuesOf(bar), Number.MIN_VALUE)) * end));
}

const place = (share: number): Place => ({ at: Math.min(1, Math.max(0, share)), beyond: share > 1 });

const valuesOf = ({ demand, ath, eventDemand, requiredCapacity, capacity }: HeadroomBar): number[] =>
  [demand, ath, eventDemand, requiredCapacity, capacity].filter((value): value is number => value !== null && Number.isFinite(value));
