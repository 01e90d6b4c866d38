import type { FleetQuery } from './FleetQuery';
import type { JudgedService } from './JudgedService';

type Filter = Pick<FleetQuery, 'search' | 'tiers' | 'owners' | 'statuses'>;

/** Services that match every word of the search and one of each list that is not empty. */
export function filterFleet(services: readonly JudgedService[], filter: Filter): JudgedService[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return services.filter(
    ({ facts, judgement, haystack }) =>
      allows(filter.tiers, facts.tier) &&
      allows(filter.owners, facts.owner ?? '') &&
      allows(filter.statuses, judgement.status.kind) &&
      words.every((word) => haystack.includes(word))
  );
}

const allows = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
