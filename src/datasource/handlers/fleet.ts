import { fleetColumns, type FleetColumnName } from '../../domain/capacity/fleetColumns';
import type { ServicesHandler } from './QueryHandler';

export const fleet: ServicesHandler = {
  kind: 'services',
  title: 'Fleet',
  description: 'Every figure of the fleet page, a row for each service',
  format: 'table',
  curves: () => [],
  lines: null,
  columns: Object.keys(fleetColumns) as FleetColumnName[],
};
