import type { FleetRow } from '../capacity/FleetRow';
import { fleetSummary } from '../capacity/fleetSummary';
import type { OwnerLine } from './CapacityReport';

/** One line an owner: who must add most first, then who may give back most, then by name, nobody last. Empty for one owner. */
export function ownerLines(rows: readonly FleetRow[], now: number): readonly OwnerLine[] {
  const byOwner = new Map<string | null, FleetRow[]>();
  for (const row of rows) {
    const others = byOwner.get(row.facts.owner);
    if (others) {
      others.push(row);
    } else {
      byOwner.set(row.facts.owner, [row]);
    }
  }
  const lines = [...byOwner].map(([owner, own]) => ({ owner, summary: fleetSummary(own, now) }));
  return lines.length < 2 ? [] : lines.sort(byNeed);
}

function byNeed(a: OwnerLine, b: OwnerLine): number {
  return (
    b.summary.instancesToAdd - a.summary.instancesToAdd ||
    b.summary.instancesToGiveBack - a.summary.instancesToGiveBack ||
    Number(a.owner === null) - Number(b.owner === null) ||
    (a.owner ?? '').localeCompare(b.owner ?? '')
  );
}
