import { TIERS } from '../../../../domain/catalogue/Tier';
import { useConfigurationScope } from '../ConfigurationContext';
import { FieldGrid } from '../../../fields/FieldGrid';
import { TierPolicyCard } from './TierPolicyCard';

/** Where zones are unknown: what most clusters have. */
const ASSUMED_ZONES = 3;

/** What each tier asks of its services. Each margin answers one question and is asked for once. */
export function PolicySection() {
  const { inspections } = useConfigurationScope();
  const found = new Set([...inspections.findings.values()].flatMap((findings) => findings.zones)).size;
  const zones = found >= 2 ? found : ASSUMED_ZONES;
  return (
    <>
      <p>
        The peak basis says which peak must fit; the event factor, how much more than that; the reserve, what stays free
        for noise and errors of measurement; the degraded reserve, what must still be free after losing what the tier
        survives. Each question is asked once, and the product stands on top of each tier (
        {found >= 2 ? `with the ${found} zones found` : `with ${ASSUMED_ZONES} zones, since none are known`}), so that
        nobody adds fears on top. Measured burst and skew are multiplied in where they are known.
      </p>
      <FieldGrid min={290}>
        {TIERS.map((tier) => (
          <TierPolicyCard key={tier} tier={tier} zones={zones} />
        ))}
      </FieldGrid>
    </>
  );
}
