import { traitsResolver, type ResolvedTraits } from '../../../../domain/catalogue/resolveTraits';
import type { Settings } from '../../../../domain/catalogue/Settings';
import type { FoundService, SourceFindings } from '../../../../engine/setup/SetupView';

/** A service as the draft sees it. */
export interface CataloguedService {
  readonly service: FoundService;
  readonly traits: ResolvedTraits;
}

/** Services of all sources with the traits the draft gives them: no question is asked again when a rule changes. */
export function foundServices(findings: Iterable<SourceFindings>, draft: Settings): CataloguedService[] {
  const traitsOf = traitsResolver(draft);
  return [...findings].flatMap(({ services }) =>
    services.map((service) => ({ service, traits: traitsOf(service.ref, service.seen) }))
  );
}
