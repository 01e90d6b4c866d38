import { formatMoney } from '../../../format/formatMoney';
import type { CatalogueRule, ServiceTraits } from '../../../../domain/catalogue/Settings';

/** The condition of a rule as a sentence. */
export function matchWords({ match }: CatalogueRule): string {
  const parts = Object.entries(match).map(([label, expression]) => `${label} matches ${expression}`);
  return parts.length > 0 ? parts.join(' and ') : 'every service';
}

/** What traits state, in words; empty when nothing. @param currency of prices, as in settings */
export function traitWords(traits: ServiceTraits, currency: string): string[] {
  const words: Record<keyof ServiceTraits, string | false> = {
    tier: traits.tier !== undefined && traits.tier,
    owner: traits.owner !== undefined && `owner ${traits.owner}`,
    eventFactor: traits.eventFactor !== undefined && `event factor ${traits.eventFactor}`,
    redundancy: traits.redundancy !== undefined && `redundancy ${traits.redundancy}`,
    zones: traits.zones !== undefined && `${traits.zones} zones`,
    concurrencyLimit: traits.concurrencyLimit !== undefined && `${traits.concurrencyLimit} requests at once`,
    coresPerInstance: traits.coresPerInstance !== undefined && `${traits.coresPerInstance} cores`,
    pricePerInstanceHour:
      traits.pricePerInstanceHour !== undefined && `${formatMoney(traits.pricePerInstanceHour, currency)} per instance and hour`,
    athWasEvent: traits.athWasEvent === true && 'ATH was an event',
    hidden: traits.hidden === true && 'hidden',
  };
  return Object.values(words).filter((word) => word !== false);
}
