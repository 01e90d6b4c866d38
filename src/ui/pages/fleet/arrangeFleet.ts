import { cutGroups } from './cutGroups';
import type { FleetGroup } from './FleetGroup';
import { filterFleet } from './filterFleet';
import type { FleetQuery } from './FleetQuery';
import { groupByOwner } from './groupByOwner';
import type { JudgedService } from './JudgedService';
import { sortFleet, type SortValue } from './sortFleet';

/** What the table shows of the fleet. */
export interface FleetArrangement {
  /** All that match, in order: what a download holds. */
  readonly matching: readonly JudgedService[];
  readonly groups: readonly FleetGroup[];
  /** From 1; never beyond the last. */
  readonly page: number;
  readonly pages: number;
}

/** Filter, order, group, cut to a page. */
export function arrangeFleet(
  services: readonly JudgedService[],
  query: FleetQuery,
  sortValue: SortValue | null
): FleetArrangement {
  const sorted = sortFleet(filterFleet(services, query), query.sort, sortValue);
  const all = query.byOwner ? groupByOwner(sorted) : [plainGroup(sorted)];
  const matching = all.flatMap((group) => group.services);
  const pages = Math.max(1, Math.ceil(matching.length / query.pageSize));
  const page = Math.min(query.page, pages);
  const first = (page - 1) * query.pageSize;
  return { matching, groups: cutGroups(all, first, first + query.pageSize), page, pages };
}

const plainGroup = (services: readonly JudgedService[]): FleetGroup => ({
  owner: null,
  services,
  total: services.length,
  short: 0,
});
