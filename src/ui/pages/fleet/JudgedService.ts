import type { Breaking } from '../../../domain/capacity/breakingOrder';
import type { FleetRow } from '../../../domain/capacity/FleetRow';

/** One service as the page works with it. */
export interface JudgedService extends FleetRow {
  /** Independent of the growth asked. */
  readonly breaking: Breaking;
  /** Lower-case text that the search looks into. */
  readonly haystack: string;
}
