import type { FleetRow } from '../capacity/FleetRow';
import type { ServiceBefore } from './ServiceBefore';

export interface Compared {
  readonly rows: readonly FleetRow[];
  readonly before: ReadonlyMap<string, ServiceBefore>;
}

/** What one owner has of a fleet. @param owner null = what nobody owns */
export function ofOwner({ rows, before }: Compared, owner: string | null): Compared {
  const owns = ({ facts }: FleetRow): boolean => facts.owner === owner;
  const others = new Set(rows.filter((row) => !owns(row)).map(({ facts }) => facts.service.key));
  // A service that is still there belongs to who owns it now; one that has left, to who owned it.
  const own = [...before].filter(([key, past]) => !others.has(key) && (past.kind !== 'known' || owns(past.row)));
  return { rows: rows.filter(owns), before: new Map(own) };
}
