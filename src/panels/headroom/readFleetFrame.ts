import type { DataFrame, Field } from '@grafana/data';
import type { FleetColumnName } from '../../domain/capacity/fleetColumns';
import type { BarStatus, HeadroomBar } from './HeadroomBar';

const REQUIRED: readonly FleetColumnName[] = ['service', 'capacity'];
const STATUSES: readonly BarStatus[] = ['short', 'low', 'ok', 'idle', 'unbalanced', 'stale', 'unknown'];

/** True for a frame of the query types fleet and headroom, also after a transformation that left out or renamed columns. */
export const isFleetFrame = (frame: DataFrame): boolean => REQUIRED.every((name) => fieldOf(frame, name) !== undefined);

/** One bar a row. Columns that are absent are not known. */
export function readFleetFrame(frame: DataFrame): HeadroomBar[] {
  const text = (name: FleetColumnName, row: number) => stringAt(fieldOf(frame, name), row);
  const number = (name: FleetColumnName, row: number) => numberAt(fieldOf(frame, name), row);
  return Array.from({ length: frame.length }, (_, row) => ({
    service: text('service', row) ?? 'unnamed',
    tier: text('tier', row),
    owner: text('owner', row),
    status: STATUSES.find((status) => status === text('status', row)) ?? 'unknown',
    demand: number('demand', row),
    ath: number('ath', row),
    eventDemand: number('eventDemand', row),
    requiredCapacity: number('requiredCapacity', row),
    capacity: number('capacity', row),
    headroom: number('headroom', row),
    asked: number('asked', row),
    spare: number('spare', row),
    notes: text('notes', row),
    path: text('link', row),
    frame,
    row,
  }));
}

const fieldOf = (frame: DataFrame, name: FleetColumnName): Field | undefined => frame.fields.find((field) => field.name === name);

function stringAt(field: Field | undefined, row: number): string | null {
  const value: unknown = field?.values[row];
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberAt(field: Field | undefined, row: number): number | null {
  const value: unknown = field?.values[row];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
