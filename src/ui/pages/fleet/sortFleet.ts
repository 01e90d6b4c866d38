import { fleetOrder } from '../../../domain/capacity/fleetOrder';
import type { FleetQuery } from './FleetQuery';
import type { JudgedService } from './JudgedService';

export type SortValue = (service: JudgedService) => string | number | null;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorted copy. Without a column: worst first within tier. Unknown values stand last in either direction; equals keep that order. */
export function sortFleet(
  services: readonly JudgedService[],
  sort: FleetQuery['sort'],
  valueOf: SortValue | null
): JudgedService[] {
  const ordered = [...services].sort(fleetOrder);
  if (sort === null || valueOf === null) {
    return ordered;
  }
  const sign = sort.descending ? -1 : 1;
  return ordered
    .map((service) => ({ service, value: valueOf(service) }))
    .sort((a, b) => compare(a.value, b.value, sign))
    .map(({ service }) => service);
}

function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
}
