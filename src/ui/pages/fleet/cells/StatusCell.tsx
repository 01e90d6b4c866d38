import { StatusBadge } from '../../../components/StatusBadge';
import type { CellProps } from '../FleetColumn';

export function StatusCell({ service: { judgement } }: CellProps) {
  return <StatusBadge status={judgement.status} />;
}
