import { traitsResolver } from '../../../../domain/catalogue/resolveTraits';
import type { CatalogueRule, Settings } from '../../../../domain/catalogue/Settings';
import type { CataloguedService } from '../inspection/foundServices';

/**
 * Services whose labels a rule matches. Asked of the resolver the fleet page uses, with this one rule and a trait that
 * nothing else can set, so that the preview cannot disagree with the outcome.
 */
export function servicesCaught(
  rule: CatalogueRule,
  draft: Settings,
  services: readonly CataloguedService[]
): CataloguedService[] {
  const traitsOf = traitsResolver({ ...draft, rules: [{ ...rule, traits: { hidden: true } }], exceptions: [] });
  return services.filter(({ service }) => traitsOf(service.ref, service.seen).hidden === true);
}
