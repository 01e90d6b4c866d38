import type { Unit } from '../base/Unit';
import type { FleetRow } from './FleetRow';

export interface TextColumn {
  readonly kind: 'text';
  readonly of: (row: FleetRow) => string | null;
}

export interface NumberColumn {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly of: (row: FleetRow) => number | null;
}

/** Epoch milliseconds. */
export interface TimeColumn {
  readonly kind: 'time';
  readonly of: (row: FleetRow) => number | null;
}

/** One column of the fleet frame; null where a value is not known. */
export type FleetColumn = (TextColumn | NumberColumn | TimeColumn) & {
  readonly title: string;
  /** What it says, one line. */
  readonly doc: string;
};
