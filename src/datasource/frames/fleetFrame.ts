import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { fleetColumns, type FleetColumnName } from '../../domain/capacity/fleetColumns';
import type { FleetColumn } from '../../domain/capacity/FleetColumn';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { countColumns } from './countColumns';
import { grafanaUnit } from './grafanaUnit';
import { hiddenField } from './hiddenField';
import { rowLink } from './serviceLink';

/** A row for each service with the columns named, and what is missing or can go beside what is spare; null where a value is not known. */
export function fleetFrame(name: string, rows: readonly FleetRow[], columns: readonly FleetColumnName[]): DataFrame {
  const fields = columns.flatMap((column) => [
    fieldOf(column, fleetColumns[column], rows),
    ...(column === 'spare' ? Object.entries(countColumns).map(([added, of]) => fieldOf(added, of, rows)) : []),
  ]);
  return { name, length: rows.length, fields };
}

/** Addresses and keys are for links and joins, not for reading. */
const HIDDEN: ReadonlySet<string> = new Set(['key', 'link']);

function fieldOf(name: string, column: FleetColumn, rows: readonly FleetRow[]): Field {
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
