import { builtInProfiles } from './builtInProfiles';
import { groupsOf } from './metricsToAskAbout';
import { traitsResolver } from './resolveTraits';
import { defaultSettings } from './defaultSettings';
import type { ServiceRef } from './ServiceRef';
import type { CatalogueRule } from './Settings';
import type { Tier } from './Tier';

/** Words in names that say what a service is worth to its users. */
const GUESSES: ReadonlyArray<readonly [tier: Tier, words: string]> = [
  ['P0', 'checkout|pay|login|auth|order|cart|basket|gateway'],
  ['P2', 'report|batch|cron|export|cleanup|backup|archive|digest|analytics'],
];

const rulesOn = (label: string): readonly CatalogueRule[] =>
  GUESSES.map(([tier, words]) => ({
    id: `guess-${tier.toLowerCase()}-${label}`,
    match: { [label]: `(?i).*(${words}).*` },
    traits: { tier },
  }));

/** Tier rules guessed from names, suggested to an Admin; only rules that match at least one of the services. The rest stay at the default tier. */
export function guessRules(services: readonly ServiceRef[]): readonly CatalogueRule[] {
  const labels = [...new Set(services.map(nameLabel))].filter((label) => label !== '');
  return labels.flatMap(rulesOn).filter((rule) => {
    const traitsOf = traitsResolver({ ...defaultSettings(), rules: [rule] });
    return services.some((service) => traitsOf(service, {}).tierFrom === 'rule');
  });
}

/** The last grouping label: what people call the service. */
const nameLabel = (service: ServiceRef): string => Object.keys(service.labels).at(-1) ?? '';

/** The same guesses for any grouping label a built-in profile names services by; used while nothing is configured. */
export const builtInGuessRules: readonly CatalogueRule[] = [
  ...new Set(builtInProfiles.flatMap(groupsOf).map((group) => group.at(-1) ?? '')),
].flatMap(rulesOn);
