import type { Observable } from 'rxjs';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import type { FleetView } from './FleetView';

export interface FleetUseCase {
  /** Draws at once from the ledger, then "now", then history. Refreshes "now" every minute while subscribed. */
  watch(): Observable<FleetView>;
  /** A person asks for "now" again: a source that did not answer is tried at once. */
  refresh(): void;
  /**
   * The query that answers for one service alone what was asked of all services at once.
   * @param expr text as it was asked, from the evidence of a figure of that service
   * @returns null when nothing of the kind was asked, or not yet
   */
  narrowed(expr: string, service: ServiceRef): string | null;
}
