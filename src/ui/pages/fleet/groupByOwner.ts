import { missingInstances } from '../../../domain/capacity/missingInstances';
import type { FleetGroup } from './FleetGroup';
import type { JudgedService } from './JudgedService';

/** Groups in the order of their first service, so that the worst stands first when the list does; services in the order given. */
export function groupByOwner(sorted: readonly JudgedService[]): FleetGroup[] {
  const groups = new Map<string, JudgedService[]>();
  for (const service of sorted) {
    const owner = service.facts.owner ?? '';
    const group = groups.get(owner);
    if (group) {
      group.push(service);
    } else {
      groups.set(owner, [service]);
    }
  }
  return [...groups].map(([owner, services]) => ({
    owner,
    services,
    total: services.length,
    short: services.filter((s) => missingInstances(s) > 0).length,
  }));
}
