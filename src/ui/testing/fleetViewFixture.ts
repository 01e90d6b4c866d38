import { DAY } from '../../domain/base/Duration';
import type { FleetView } from '../../engine/fleet/FleetView';
import { fleetFixture } from './fleetFixture';
import { NOW } from './NOW';

/** A complete view of three services, changed where the test says so. */
export const fleetViewFixture = (changes: Partial<FleetView> = {}): FleetView => ({
  mode: 'saved',
  state: 'ready',
  services: fleetFixture(3),
  notices: [],
  progress: null,
  currency: 'EUR',
  readAt: NOW,
  since: NOW - 90 * DAY,
  ...changes,
});
