import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { FleetState } from '../fleet/FleetState';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { servicesOf, type FoundService } from '../fleet/servicesOf';

/** Where one service stands in the fleet's readings. */
export interface ServicePlace {
  readonly state: FleetState;
  readonly readings: ProfileReadings;
  readonly found: FoundService;
  readonly facts: ServiceFacts;
}

/** Null while the service has not been found (or is not there, or is hidden). */
export function servicePlace(state: FleetState, key: string): ServicePlace | null {
  const facts = state.view.services.find(({ service }) => service.key === key);
  if (!facts) {
    return null;
  }
  for (const readings of state.readings) {
    const found = servicesOf(readings).find(({ service }) => service.key === key);
    if (found) {
      return { state, readings, found, facts };
    }
  }
  return null;
}
