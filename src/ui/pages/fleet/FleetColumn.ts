import type { ComponentType } from 'react';
import type { CsvColumn } from '../../components/csvText';
import type { ColumnId } from './ColumnId';
import type { JudgedService } from './JudgedService';
import type { SortValue } from './sortFleet';

/** What cells need to know of the page around them. */
export interface CellSurroundings {
  readonly now: number;
  /** First day of history asked for the whole fleet. */
  readonly since: number | null;
  /** History is being read: when a service is known from may still change. */
  readonly reading: boolean;
}

export interface CellProps {
  readonly service: JudgedService;
  readonly page: CellSurroundings;
}

/** One column of the fleet: how it is named, drawn, sorted and downloaded. */
export interface FleetColumn {
  readonly id: ColumnId;
  readonly title: string;
  /** What exactly it shows, said on hover of the header. */
  readonly hint: string;
  /** Dim second line of the header. */
  readonly note?: (page: CellSurroundings) => string | null;
  readonly numeric: boolean;
  /** px; the column without one takes what is left. */
  readonly width: number | null;
  /** The greater, the sooner it gives way on a narrow screen; its content then moves into the row's details. */
  readonly givesWay: number;
  readonly sortValue: SortValue;
  /** Direction of the first click: worst, newest or greatest first. */
  readonly descendingFirst: boolean;
  readonly Cell: ComponentType<CellProps>;
  readonly csv: ReadonlyArray<CsvColumn<JudgedService>>;
}
