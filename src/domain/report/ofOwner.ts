import type { FleetRow } from '../capacity/FleetRow';
import type { ServiceBefore } from './ServiceBefore';

export interface Compared {
  readonly rows: readonly FleetRow[];
  readonly before: ReadonlyMap<string, ServiceBefore>;
}

/** What one owner has of a fleet. @param owner null = what nobody owns */
export function ofOwner({ rows, before }: Compared, owner: string | null): Compared {
  // A service belongs to who owns it now.
  const own = rows.filter(({ facts }) => facts.owner === owner);
  const keys = new Set(own.map(({ facts }) => facts.service.key));
  return { rows: own, before: new Map([...before].filter(([key]) => keys.has(key))) };
}
