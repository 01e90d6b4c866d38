import type { FleetState } from '../fleet/FleetState';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { servicesOf } from '../fleet/servicesOf';

/** Where one service stands in the fleet's readings. */
export interface FleetPlace {
  readonly readings: ProfileReadings;
  readonly rowKey: string;
}

const places = new WeakMap<FleetState, ReadonlyMap<string, FleetPlace>>();

/** Places of all services by key; worked out once for each state. */
export function fleetPlaces(state: FleetState): ReadonlyMap<string, FleetPlace> {
  const known = places.get(state);
  if (known) {
    return known;
  }
  const found = new Map(
    state.readings.flatMap((readings) =>
      servicesOf(readings).map(({ service, rowKey }): [string, FleetPlace] => [service.key, { readings, rowKey }])
    )
  );
  places.set(state, found);
  return found;
}
