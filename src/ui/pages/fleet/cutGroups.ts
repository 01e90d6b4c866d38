import type { FleetGroup } from './FleetGroup';

/** The groups' parts that stand between two positions of the whole list; groups without a part are left out. */
export function cutGroups(groups: readonly FleetGroup[], from: number, to: number): FleetGroup[] {
  let start = 0;
  return groups.flatMap((group) => {
    const services = group.services.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += group.services.length;
    return services.length > 0 ? [{ ...group, services }] : [];
  });
}
