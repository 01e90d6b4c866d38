import type { FleetRow } from '../../domain/capacity/FleetRow';
import { serviceLabel } from '../../domain/catalogue/serviceLabel';
import type { Selection } from './Selection';

export interface SelectedRows {
  /** In the order of the rows. */
  readonly rows: readonly FleetRow[];
  /** Services and owners that were named and are not in the fleet. */
  readonly absent: readonly string[];
}

/** The rows a selection asks for. A name that several services carry asks for all of them. */
export function selectRows(rows: readonly FleetRow[], { services, tiers, owners }: Selection): SelectedRows {
  const wanted = new Set(services);
  const seen = new Set<string>();
  const ofServices = rows.filter((row) => {
    const names = namesOf(row).filter((name) => wanted.has(name));
    names.forEach((name) => seen.add(name));
    return wanted.size === 0 || names.length > 0;
  });
  const known = new Set(rows.map(({ facts }) => facts.owner));
  const [tierSet, ownerSet] = [new Set(tiers), new Set(owners)];
  return {
    rows: ofServices.filter(
      ({ facts }) =>
        (tierSet.size === 0 || tierSet.has(facts.tier)) &&
        (ownerSet.size === 0 || (facts.owner !== null && ownerSet.has(facts.owner)))
    ),
    absent: [
      ...[...wanted].filter((name) => !seen.has(name)),
      ...[...ownerSet].filter((owner) => !known.has(owner)).map((owner) => `owner ${owner}`),
    ],
  };
}

const namesOf = ({ facts: { service } }: FleetRow): readonly string[] => [
  service.key,
  serviceLabel(service),
  service.name,
];
