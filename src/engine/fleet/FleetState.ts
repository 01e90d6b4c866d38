import type { Settings } from '../../domain/catalogue/Settings';
import type { AssemblyContext } from './AssemblyContext';
import type { FleetView } from './FleetView';
import type { ProfileReadings } from './ProfileReadings';

/** A fleet view with what it was made of. */
export interface FleetState {
  readonly view: FleetView;
  readonly settings: Settings;
  readonly readings: readonly ProfileReadings[];
  readonly context: AssemblyContext;
}
