import type { FleetColumn } from '../../domain/capacity/FleetColumn';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { missingInstances } from '../../domain/capacity/missingInstances';

/**
 * Instances to add and to give back, as the strip of the fleet page sums them up. They stand beside `spare`, which is
 * neither: a shortage may not be proven, and an autoscaled service holds less than it may start. A name here is a
 * contract with saved dashboards and is never changed.
 */
export const countColumns = {
  missing: {
    kind: 'number',
    title: 'Missing',
    unit: 'instances',
    doc: 'Instances proven to be missing; nothing where that is not known',
    of: missingOf,
  },
  giveBack: {
    kind: 'number',
    title: 'Can go',
    unit: 'instances',
    doc: 'Instances that can be given back; nothing where that is not known',
    of: giveBackOf,
  },
} as const satisfies Record<string, FleetColumn>;

/** A shortage that is not proven is no "0 missing". */
function missingOf(row: FleetRow): number | null {
  const { spare } = row.judgement;
  const missing = missingInstances(row);
  return missing > 0 || (hasVerdict(row) && spare.known && spare.value >= 0) ? missing : null;
}

function giveBackOf(row: FleetRow): number | null {
  return row.judgement.idle?.instances ?? (hasVerdict(row) ? 0 : null);
}

/** Without one nobody can say that none is missing, or that none can go. */
const hasVerdict = ({ judgement: { status } }: FleetRow): boolean => status.kind !== 'unknown' && status.kind !== 'stale';
