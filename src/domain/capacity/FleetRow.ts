import type { Judgement } from './Judgement';
import type { ServiceFacts } from './ServiceFacts';

/** One service of the fleet with the verdict on it. */
export interface FleetRow {
  readonly facts: ServiceFacts;
  readonly judgement: Judgement;
}
