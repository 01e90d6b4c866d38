import type { BarStatus, HeadroomBar } from './HeadroomBar';
import type { GroupBy, HeadroomOptions, SortBy } from './HeadroomOptions';

export interface BarGroup {
  /** Empty when bars are not grouped. */
  readonly title: string;
  readonly bars: readonly HeadroomBar[];
}

export interface Arrangement {
  readonly groups: readonly BarGroup[];
  /** Bars the limit leaves out. */
  readonly left: number;
}

/** Groups in order of tier or owner, bars in the order asked for; the limit counts over all groups, worst first. */
export function arrangeBars(bars: readonly HeadroomBar[], { groupBy, sortBy, limit }: Pick<HeadroomOptions, 'groupBy' | 'sortBy' | 'limit'>): Arrangement {
  const most = Number.isFinite(limit) && limit >= 1 ? Math.floor(limit) : bars.length;
  const kept = [...bars].sort(ORDER[sortBy]).slice(0, most);
  const groups = new Map<string, HeadroomBar[]>();
  for (const bar of kept) {
    const title = titleOf(bar, groupBy);
    groups.set(title, [...(groups.get(title) ?? []), bar]);
  }
  return {
    groups: [...groups].map(([title, members]) => ({ title, bars: members })).sort((a, b) => byTitle(a.title, b.title)),
    left: bars.length - kept.length,
  };
}

const WEIGHT: Readonly<Record<BarStatus, number>> = { short: 0, unbalanced: 1, low: 2, stale: 3, unknown: 4, ok: 5, idle: 6 };

const byName = (a: HeadroomBar, b: HeadroomBar): number => a.service.localeCompare(b.service, 'en', { numeric: true });
/** Not known comes last. */
const byNumber = (a: number | null, b: number | null): number => (a ?? -Infinity) - (b ?? -Infinity);

const ORDER: Readonly<Record<SortBy, (a: HeadroomBar, b: HeadroomBar) => number>> = {
  worst: (a, b) => WEIGHT[a.status] - WEIGHT[b.status] || lowestFirst(margin(a), margin(b)) || byName(a, b),
  name: byName,
  demand: (a, b) => byNumber(b.demand, a.demand) || byName(a, b),
  capacity: (a, b) => byNumber(b.capacity, a.capacity) || byName(a, b),
};

/** What is left over after the growth that is asked for. */
const margin = ({ headroom, asked }: HeadroomBar): number | null => (headroom === null ? null : (1 + headroom) / (1 + (asked ?? 0)));
const lowestFirst = (a: number | null, b: number | null): number => (a ?? Infinity) - (b ?? Infinity) || 0;

function titleOf({ tier, owner }: HeadroomBar, groupBy: GroupBy): string {
  switch (groupBy) {
    case 'tier':
      return tier ?? 'No tier';
    case 'owner':
      return owner ?? 'No owner';
    case 'none':
      return '';
  }
}

const last = (title: string): boolean => title === 'No tier' || title === 'No owner';
const byTitle = (a: string, b: string): number => Number(last(a)) - Number(last(b)) || a.localeCompare(b, 'en', { numeric: true });
