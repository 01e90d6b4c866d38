import { DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import { serviceLabel } from '../../domain/catalogue/serviceLabel';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { Line } from '../handlers/QueryHandler';
import { grafanaUnit } from './grafanaUnit';
import { serviceLink } from './serviceLink';

/** One line of one service: a time and a value, with labels for joins and legends. */
export function lineFrame(
  { facts: { service, tier, owner } }: FleetRow,
  { name, unit, labels, points }: Line
): DataFrame {
  const label = serviceLabel(service);
  const id = grafanaUnit(unit);
  return {
    name: label,
    length: points.length,
    meta: { type: DataFrameType.TimeSeriesMulti },
    fields: [
      { name: 'Time', type: FieldType.time, values: points.map(({ at }) => at), config: {} },
      {
        name,
        type: FieldType.number,
        values: points.map(({ value }) => value),
        labels: { service: label, tier, ...(owner !== null && { owner }), source: service.sourceUid, ...labels },
        config: {
          displayNameFromDS: [label, ...Object.values(labels ?? {}), name].join(' '),
          links: [serviceLink(service.key)],
          ...(id !== undefined && { unit: id }),
        },
      },
    ],
  };
}
