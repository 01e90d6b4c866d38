import { useCallback, useMemo } from 'react';
import type { FleetView } from '../../../../engine/fleet/FleetView';
import { serviceName } from '../../../../domain/records/serviceName';
import { useHeadroom } from '../../../HeadroomContext';
import { useObservable } from '../../../useObservable';

const NONE: Pick<FleetView, 'services' | 'state'> = { services: [], state: 'loading' };

export interface ServiceOptions {
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string; readonly description: string }>;
  readonly loading: boolean;
}

/** Services of the fleet to choose from, by name. */
export function useServiceOptions(): ServiceOptions {
  const { fleet } = useHeadroom();
  const view = useObservable<Pick<FleetView, 'services' | 'state'>>(
    useCallback(() => fleet.watch(), [fleet]),
    NONE
  );
  return useMemo(
    () => ({
      loading: view.state === 'loading',
      options: view.services
        .map(({ service, tier }) => ({ value: service.key, label: serviceName(service.key), description: tier }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
    }),
    [view]
  );
}
