import type { ServiceRef } from '../../../domain/catalogue/ServiceRef';
import type { Tier } from '../../../domain/catalogue/Tier';
import type { JudgedService } from './JudgedService';

export interface BreakingService {
  readonly service: ServiceRef;
  readonly tier: Tier;
  /** Growth on every peak above which it is short; negative = short already. */
  readonly breaksAbove: number;
}

export interface BreakingList {
  /** First to break first. */
  readonly breaking: readonly BreakingService[];
  /** Services of which nobody can say when they break. */
  readonly unknown: number;
}

/** The services in the order in which they break. */
export function breakingList(services: readonly JudgedService[]): BreakingList {
  const breaking = services.flatMap(({ facts, breaking: { breaksAbove } }) =>
    breaksAbove.known ? [{ service: facts.service, tier: facts.tier, breaksAbove: breaksAbove.value }] : []
  );
  breaking.sort((a, b) => a.breaksAbove - b.breaksAbove);
  return { breaking, unknown: services.length - breaking.length };
}
