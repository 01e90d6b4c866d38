import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { fleetColumns, type FleetColumnName } from '../../domain/capacity/fleetColumns';
import type { FleetColumn } from '../../domain/capacity/FleetColumn';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { grafanaUnit } from './grafanaUnit';
import { hiddenField } from './hiddenField';
import { rowLink } from './serviceLink';

/** A row for each service with the columns named; null where a value is not known. */
export function fleetFrame(name: string, rows: readonly FleetRow[], columns: readonly FleetColumnName[]): DataFrame {
  return { name, length: rows.length, fields: columns.map((column) => fieldOf(column, fleetColumns[column], rows)) };
}

/** Addresses and keys are for links and joins, not for reading. */
const HIDDEN: ReadonlySet<FleetColumnName> = new Set(['key', 'link']);

function fieldOf(name: FleetColumnName, column: FleetColumn, rows: readonly FleetRow[]): Field {
  const unit = column.kind === 'number' ? grafanaUnit(column.unit) : undefined;
  return {
    name,
    type: { text: FieldType.string, number: FieldType.number, time: FieldType.time }[column.kind],
    values: rows.map((row) => column.of(row)),
    config: {
      displayName: column.title,
      description: column.doc,
      ...(unit !== undefined && { unit }),
      ...(name === 'service' && { links: [rowLink] }),
      ...(HIDDEN.has(name) && hiddenField),
    },
  };
}
