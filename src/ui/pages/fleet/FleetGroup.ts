import type { JudgedService } from './JudgedService';

/** Services under one heading. */
export interface FleetGroup {
  /** Null when the table is not grouped; the empty string for services nobody owns. */
  readonly owner: string | null;
  /** Those on this page. */
  readonly services: readonly JudgedService[];
  /** All of the group, on every page. */
  readonly total: number;
  /** Those that lack instances, stale ones included, as in the summary. */
  readonly short: number;
}
