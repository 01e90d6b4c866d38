import { TierBadge } from '../../../components/TierBadge';
import type { CellProps } from '../FleetColumn';

export function TierCell({ service: { facts } }: CellProps) {
  return <TierBadge tier={facts.tier} from={facts.tierFrom} />;
}
