import type { FleetSummary } from '../../../domain/capacity/fleetSummary';
import { TIERS } from '../../../domain/catalogue/Tier';

/** Short services of all tiers. */
export const shortCount = ({ shortByTier }: FleetSummary): number =>
  TIERS.reduce((sum, tier) => sum + shortByTier[tier], 0);
