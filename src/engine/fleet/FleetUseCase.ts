import type { Observable } from 'rxjs';
import type { FleetView } from './FleetView';

export interface FleetUseCase {
  /** Draws at once from the ledger, then "now", then history. Refreshes "now" every minute while subscribed. */
  watch(): Observable<FleetView>;
  /** Asks for "now" again. */
  refresh(): void;
}
