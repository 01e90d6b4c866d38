import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import type { LabelsSeen } from '../../domain/catalogue/resolveTraits';

/** A service that answered now. */
export interface ServiceRow {
  readonly ref: ServiceRef;
  readonly seen: LabelsSeen;
}
